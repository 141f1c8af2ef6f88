import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { type Box, boundsOf, contains } from '../../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { t } from '../../language/language.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { describeObjects } from '../../scene/objectTexts.ts';
import type { Editor } from '../editor/useEditor.ts';

/**
 * Selects the next object in reading order, or the one before it; the first or the last one when none is selected.
 * Locked objects are left out. Returns what a screen reader is to read; null when there is no further object.
 */
export function selectNext(
  { api, sceneSync, state }: Editor,
  step: 1 | -1,
  isFixed: (id: string) => boolean,
): string | null {
  const { ordered, textOf } = describeObjects(sceneSync.objects);
  const choices = ordered.filter(({ id, locked }) => !locked && !isFixed(id));
  const index = nextIndex(choices, state.selected, step);
  const next = choices[index];
  if (!next) return null;
  api.updateScene({ appState: { selectedElementIds: { [next.id]: true }, selectedGroupIds: {} } });
  showObject(api, next);
  return t('editing.walk.selected', {
    name: textOf(next) || t('editing.walk.noText'),
    position: index + 1,
    count: choices.length,
  });
}

/** Where the walk goes on; an index that no object has at its end. */
export function nextIndex(
  choices: readonly { id: string }[],
  selected: readonly string[],
  step: 1 | -1,
): number {
  const chosen = new Set(selected);
  const at = choices.findIndex(({ id }) => chosen.has(id));
  if (at >= 0) return at + step;
  return step === 1 ? 0 : choices.length - 1;
}

/** The part of the canvas that is in view. */
export function viewOf(api: ExcalidrawImperativeAPI): Box {
  const { scrollX, scrollY, zoom, width, height } = api.getAppState();
  return { x: -scrollX, y: -scrollY, width: width / zoom.value, height: height / zoom.value };
}

/** Moves the view to an object that is not wholly in it. */
export function showObject(api: ExcalidrawImperativeAPI, object: CanvasObject): void {
  const boxes = isBox(object) ? [object] : object.points.map((point) => ({ ...point, width: 0, height: 0 }));
  const bounds = boundsOf(boxes);
  if (bounds && !contains(viewOf(api), bounds)) api.scrollToContent(object.id);
}
