import type { KeyboardEvent } from 'react';
import { t } from '../language/language.ts';
import { isTextField } from '../ui/isTextField.ts';
import { deleteSelected } from './deleteSelected.ts';
import { focusDrawing } from './drawingFocus.ts';
import { isPressFor } from './drawingKeys.ts';
import { isOffered } from './keys.ts';
import { isBusy } from './tools.ts';
import type { Editor } from './useEditor.ts';
import { selectNext } from './walkObjects.ts';

type StageKeys = {
  /** Null for a read-only canvas. */
  editor: Editor | null;
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
  const isHandled =
    editor !== null &&
    (isOnDrawing ? handleDrawingKey(event, { editor, ...keys }) : handleToolKey(event, editor, stage));
  if (isHandled) event.preventDefault();
  if (isHandled || (isOnDrawing && !isOffered(event.nativeEvent))) event.stopPropagation();
}

function handleDrawingKey(
  event: KeyboardEvent<HTMLElement>,
  { editor, isFixed, announce }: StageKeys & { editor: Editor },
): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget: stage } = event;
  const hasSelection = editor.state.selected.length > 0;
  const { nativeEvent: press } = event;
  if (isPressFor(press, 'delete')) return handleDelete(editor);
  if (isPressFor(press, 'tools')) return focusTools(stage);
  if (altKey || ctrlKey || metaKey) return false;
  if (isPressFor(press, 'leave')) return handleEscape(editor, announce);
  // Without a selection, Tab goes on to the next control.
  const isWalk = hasSelection ? key === 'Tab' : key.startsWith('Arrow');
  if (!isWalk) return false;
  const isBack = hasSelection ? shiftKey : key === 'ArrowUp' || key === 'ArrowLeft';
  const text = selectNext(editor, isBack ? -1 : 1, isFixed);
  if (text !== null) announce(text);
  return text !== null;
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

/** Moves the focus to the tools for what is selected, or else to those for drawing. */
function focusTools(stage: HTMLElement): boolean {
  const tools = stage.querySelector('.selection-tools') ?? stage.querySelector('.edit-tools');
  tools?.querySelector<HTMLElement>('button')?.focus();
  return tools !== null;
}
