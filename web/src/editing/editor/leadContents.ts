import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { flushSync } from 'react-dom';
import { contentsOf } from '../../../../src/canvas/model/frameContents.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { isTextField } from '../../ui/keyboard/isTextField.ts';

/** Events on the window for which the editor takes the objects that are selected. */
const COMMANDS = ['keydown', 'copy', 'cut'] as const;

/**
 * Lets what lies in a frame go along when the frame is dragged, nudged, duplicated, copied or cut: it is selected
 * with it from the first movement of the pointer until the pointer is released, or while the editor handles the
 * command. Returns what ends that.
 */
export function leadContents(
  api: ExcalidrawImperativeAPI,
  objects: () => readonly CanvasObject[],
): () => void {
  let led: string[] = [];

  function select(change: (selected: Record<string, true>) => void): void {
    const selected = { ...api.getAppState().selectedElementIds };
    change(selected);
    api.updateScene({ appState: { selectedElementIds: selected } });
  }

  const stopDown = api.onPointerDown((tool, { resize, hit }) => {
    if (tool.type !== 'selection' || resize.handleType || !hit.element) return;
    // The editor selects what was hit with this same event; when the pointer moves, that is done.
    addEventListener('pointermove', begin, { once: true, capture: true });
  });

  function begin(): void {
    const { selectedElementIds } = api.getAppState();
    const all = objects();
    const frames = all.filter(({ __typename, id }) => __typename === 'Frame' && selectedElementIds[id]);
    const locked = new Set(all.flatMap(({ id, locked }) => (locked ? [id] : [])));
    led = frames
      .flatMap(({ id }) => contentsOf(id, all))
      .filter((id) => !selectedElementIds[id] && !locked.has(id));
    if (led.length === 0) return;
    select((selected) => {
      for (const id of led) selected[id] = true;
    });
  }

  function end(): void {
    if (led.length === 0) return;
    select((selected) => {
      for (const id of led) delete selected[id];
    });
    led = [];
  }

  const stopUp = api.onPointerUp(() => {
    removeEventListener('pointermove', begin, { capture: true });
    end();
  });

  const beginCommand = (event: Event) => {
    // The editor reads its state in the same event.
    if (takesSelection(event)) flushSync(begin);
  };
  const endCommand = () => {
    if (led.length === 0) return;
    // What the editor has selected meanwhile, such as copies, stays selected.
    flushSync(() => undefined);
    end();
  };
  for (const type of COMMANDS) {
    addEventListener(type, beginCommand, { capture: true });
    addEventListener(type, endCommand);
  }

  return () => {
    stopDown();
    stopUp();
    removeEventListener('pointermove', begin, { capture: true });
    for (const type of COMMANDS) {
      removeEventListener(type, beginCommand, { capture: true });
      removeEventListener(type, endCommand);
    }
  };
}

/** Whether the editor nudges, duplicates, copies or cuts what is selected. */
function takesSelection(event: Event): boolean {
  if (isTextField(event.target)) return false;
  if (!(event instanceof KeyboardEvent)) return true;
  const { target, key, altKey, ctrlKey, metaKey } = event;
  if (altKey || !(target instanceof Element && target.closest('.excalidraw'))) return false;
  return ctrlKey || metaKey ? key.toLowerCase() === 'd' : key.startsWith('Arrow');
}
