import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { contentsOf } from '../../../src/canvas/model/frameContents.ts';
import type { CanvasObject } from '../scene/object.ts';

/**
 * Lets what lies in a frame go along when the frame is dragged: it is selected with it from the first movement of
 * the pointer until the pointer is released. Returns what ends that.
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

  const stopUp = api.onPointerUp(() => {
    removeEventListener('pointermove', begin, { capture: true });
    if (led.length === 0) return;
    select((selected) => {
      for (const id of led) delete selected[id];
    });
    led = [];
  });

  return () => {
    stopDown();
    stopUp();
    removeEventListener('pointermove', begin, { capture: true });
  };
}
