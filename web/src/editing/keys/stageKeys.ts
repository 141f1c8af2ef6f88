import type { KeyboardEvent } from 'react';
import { t } from '../../language/language.ts';
import { isTextField } from '../../ui/keyboard/isTextField.ts';
import { isBusy } from '../editor/tools.ts';
import type { Editor } from '../editor/useEditor.ts';
import { isPlacing } from '../objects/createObjects.ts';
import { deleteSelected } from '../objects/deleteSelected.ts';
import { placeObject } from '../objects/placeObject.ts';
import { type Connecting, canConnect } from '../objects/useConnecting.ts';
import { selectNext } from '../objects/walkObjects.ts';
import { focusDrawing } from './drawingFocus.ts';
import { isPressFor } from './drawingKeys.ts';
import { isOffered } from './keys.ts';
import { isCharacter, openText, takesTyping } from './typing.ts';

type StageKeys = {
  /** Null for a read-only canvas. */
  editor: Editor | null;
  connecting: Connecting;
  /** Whether an object can't be taken hold of. */
  isFixed(id: string): boolean;
  /** Has a screen reader read a text. */
  announce(text: string): void;
};

/** Handles a key before the editor gets it, and keeps back those for what a canvas can't hold. */
export function handleStageKey(event: KeyboardEvent<HTMLElement>, { editor, ...keys }: StageKeys): void {
  const { target, currentTarget: stage } = event;
  if (isTextField(target) || target instanceof HTMLSelectElement) return;
  const isOnDrawing = target instanceof Element && target.closest('.excalidraw') !== null;
  if (editor && isOnDrawing && isCharacter(event) && takesTyping(editor)) {
    openText(stage);
    event.stopPropagation();
    return;
  }
  const isHandled =
    editor !== null &&
    (isOnDrawing ? handleDrawingKey(event, { editor, ...keys }) : handleToolKey(event, editor, stage));
  if (isHandled) event.preventDefault();
  if (isHandled || (isOnDrawing && !isOffered(event.nativeEvent))) event.stopPropagation();
}

function handleDrawingKey(
  event: KeyboardEvent<HTMLElement>,
  { editor, connecting, isFixed, announce }: StageKeys & { editor: Editor },
): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget: stage } = event;
  const hasSelection = editor.state.selected.length > 0;
  const { nativeEvent: press } = event;
  if (isPressFor(press, 'delete')) return handleDelete(editor);
  if (isPressFor(press, 'tools')) return focusTools(stage);
  if (isPressFor(press, 'connect')) return handleConnect(editor, connecting);
  if (altKey || ctrlKey || metaKey) return false;
  if (key === 'Enter') return connecting.isUnderway ? connecting.confirm() : handlePlacing(editor, announce);
  if (isPressFor(press, 'leave')) {
    connecting.cancel();
    return handleEscape(editor, announce);
  }
  const step = walkStep({ key, shiftKey }, { hasSelection, isConnecting: connecting.isUnderway });
  if (step === null) return false;
  const text = selectNext(editor, step, isFixed);
  if (text !== null) announce(text);
  return text !== null;
}

type Walk = { hasSelection: boolean; isConnecting: boolean };

/** Which object a key selects: the next or the previous one; null for none. */
export function walkStep(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { hasSelection, isConnecting }: Walk,
): 1 | -1 | null {
  // Without a selection, Tab goes on to the next control.
  if (key === 'Tab' && hasSelection) return shiftKey ? -1 : 1;
  if (!key.startsWith('Arrow') || (hasSelection && !isConnecting)) return null;
  return key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
}

/** Places an object with the chosen tool; without one, the editor opens the text of what is selected. */
function handlePlacing(editor: Editor, announce: (text: string) => void): boolean {
  const { api, state } = editor;
  if (!isPlacing(state.tool) || isBusy(api.getAppState())) return false;
  announce(placeObject(editor, state.tool));
  return true;
}

/** Selects nothing any more, which the editor has no key for; whatever it is in the middle of, it ends itself. */
function handleEscape({ api, state }: Editor, announce: (text: string) => void): boolean {
  if (state.selected.length === 0 || state.tool !== 'select' || isBusy(api.getAppState())) return false;
  api.updateScene({ appState: { selectedElementIds: {}, selectedGroupIds: {} } });
  announce(t('editing.walk.nothingSelected'));
  return true;
}

/** In the tools, Escape returns to the drawing. */
function handleToolKey({ key }: KeyboardEvent, editor: Editor, stage: HTMLElement): boolean {
  if (key === 'Delete' || key === 'Backspace') return handleDelete(editor);
  if (key !== 'Escape') return false;
  focusDrawing(stage);
  return true;
}

/** Deletes here instead of in the editor, so that an object and its arrows are deleted in one step. */
function handleDelete(editor: Editor): boolean {
  deleteSelected(editor);
  return true;
}

/** Connects what can be connected. The editor, which has this key for lines, never gets it. */
function handleConnect(editor: Editor, connecting: Connecting): boolean {
  if (canConnect(editor)) connecting.connect();
  return true;
}

/** Moves the focus to the tools for what is selected, or else to those for drawing. */
function focusTools(stage: HTMLElement): boolean {
  const tools = stage.querySelector('.selection-tools') ?? stage.querySelector('.edit-tools');
  tools?.querySelector<HTMLElement>('button')?.focus();
  return tools !== null;
}
