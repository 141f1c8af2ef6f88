import type { Direction } from '../session/requests.ts';
import { type DrawingAction, drawingKeys, isPressFor, type Press } from './drawingKeys.ts';

/** Held together with the pointer or another key, or for what the editor does besides: pan, follow arrows. */
const heldKeys = new Set(['Shift', 'Control', 'Alt', 'Meta', ' ']);

const actions = Object.keys(drawingKeys) as DrawingAction[];

/**
 * Whether a key is passed on to the editor. It knows keys for much that a canvas can't hold (free drawing, images,
 * groups, links), which the page does not offer.
 */
export function isOffered(press: Press): boolean {
  if (undoKeyIn(press) !== null) return false;
  const { key, altKey, ctrlKey, metaKey } = press;
  if (heldKeys.has(key)) return key !== ' ' || !(altKey || ctrlKey || metaKey);
  if (key.startsWith('Arrow')) return true;
  return actions.some((action) => isPressFor(press, action)) || (key === 'Enter' && press.shiftKey);
}

/** Whether a key is for undo or redo; null for any other. */
export function undoKeyIn(press: Press): Direction | null {
  if (isPressFor(press, 'undo')) return 'undo';
  return isPressFor(press, 'redo') ? 'redo' : null;
}
