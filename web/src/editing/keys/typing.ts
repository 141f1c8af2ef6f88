import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { Editor } from '../editor/useEditor.ts';
import { drawingIn } from './drawingFocus.ts';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether a key writes a character. The space bar moves the view while it is held. */
export function isCharacter({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Whether what is typed is the text of the selected object: it is the only one, and no tool is chosen. */
export function takesTyping({ sceneSync, state }: Pick<Editor, 'state'> & { sceneSync: Scene }): boolean {
  const [id, ...others] = state.selected;
  if (id === undefined || others.length > 0 || state.tool !== 'select') return false;
  return isBox(sceneSync.objects.find((object) => object.id === id));
}

type Scene = Pick<Editor['sceneSync'], 'objects'>;

/** Has the editor open the text of the selected object. The character of the key that is being pressed goes into it. */
export function openText(stage: Element): void {
  drawingIn(stage)?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
  );
}
