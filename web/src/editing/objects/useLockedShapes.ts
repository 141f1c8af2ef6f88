import { type MouseEvent, type TouchEvent, useRef } from 'react';
import { t } from '../../language/language.ts';
import { announce } from '../../ui/messages/notice.ts';
import type { Editor } from '../editor/useEditor.ts';
import { lockedShapeAt } from './lockedShapeAt.ts';

/** In ms, as in the editor. */
const doubleTapTime = 300;

/** Handlers of the stage: where the editor would write a text upon a locked shape, the page says that it is locked. */
export function useLockedShapes(editor: Editor | null) {
  const lastTap = useRef(Number.NEGATIVE_INFINITY);

  const isLocked = (target: EventTarget, place: { clientX: number; clientY: number }) =>
    editor !== null &&
    target instanceof HTMLCanvasElement &&
    lockedShapeAt(editor.sceneSync.objects, editor.api.getAppState(), place) !== null;

  return {
    onDoubleClickCapture(event: MouseEvent): void {
      if (!isLocked(event.target, event)) return;
      event.preventDefault();
      event.stopPropagation();
      sayLocked();
    },
    /** The editor counts taps by itself. */
    onTouchStartCapture(event: TouchEvent): void {
      const touch = event.touches.length === 1 ? event.touches[0] : undefined;
      if (!touch || !isLocked(event.target, touch)) return;
      event.stopPropagation();
      if (event.timeStamp - lastTap.current < doubleTapTime) sayLocked();
      lastTap.current = event.timeStamp;
    },
  };
}

function sayLocked(): void {
  announce({ text: t('editing.isLocked'), topic: 'locked' });
}
