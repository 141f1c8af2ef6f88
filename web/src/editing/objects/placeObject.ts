import { v4 as uuid } from 'uuid';
import { t } from '../../language/language.ts';
import { takeTool } from '../editor/tools.ts';
import type { Editor } from '../editor/useEditor.ts';
import { newObject, type PlacingTool } from './createObjects.ts';
import { showObject, viewOf } from './walkObjects.ts';

/** Places an object with the chosen tool in the middle of the view, and selects it. Returns what is announced. */
export function placeObject({ api, sceneSync }: Editor, tool: PlacingTool): string {
  const name = t(`editing.tool.${tool}`);
  const { objects } = sceneSync;
  const object = newObject(tool, uuid(), viewOf(api), objects, name);
  takeTool(api, 'select');
  sceneSync.perform([...objects, object]);
  api.updateScene({ appState: { selectedElementIds: { [object.id]: true }, selectedGroupIds: {} } });
  showObject(api, object);
  return t('editing.walk.placed', { name });
}
