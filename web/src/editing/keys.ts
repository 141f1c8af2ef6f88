import type { Direction } from './steps.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const PLAIN =
  /^(?:[vrdoathe1234580]|escape|delete|backspace|enter|tab| |arrow(?:up|down|left|right)|shift|alt|control|meta)$/;
const WITH_CONTROL = /^(?:[acxvd0]|=|\+|-|arrow(?:up|down|left|right)|shift|alt|control|meta)$/;
const WITH_CONTROL_AND_SHIFT = /^(?:=|\+|-|shift|alt|control|meta)$/;
const WITH_SHIFT = /^(?:arrow(?:up|down|left|right)|tab|enter|shift|alt|control|meta| )$/;
/** Show everything, show what is selected. */
const ZOOM_CODES = new Set(['Digit1', 'Digit2', 'Digit3']);

/**
 * Whether a key is passed on to the editor. It knows keys for much that a canvas can't hold (free drawing, images,
 * groups, links), which the page does not offer.
 */
export function isOffered({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Key): boolean {
  const name = key.toLowerCase();
  if (altKey) return name === 'alt' || name.startsWith('arrow');
  if (ctrlKey || metaKey) return (shiftKey ? WITH_CONTROL_AND_SHIFT : WITH_CONTROL).test(name);
  if (shiftKey) return WITH_SHIFT.test(name) || ZOOM_CODES.has(code);
  return PLAIN.test(name);
}

/** Whether a key is for undo (Ctrl or Cmd+Z) or redo (with Shift, or Ctrl+Y); null for any other. */
export function undoKeyIn({ key, ctrlKey, metaKey, altKey, shiftKey }: Omit<Key, 'code'>): Direction | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const name = key.toLowerCase();
  if (name === 'z') return shiftKey ? 'redo' : 'undo';
  return name === 'y' && !shiftKey ? 'redo' : null;
}
