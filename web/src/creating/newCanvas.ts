import { type RefObject, useEffect } from 'react';
import { canvasPath } from '../ui/paths.ts';

/** The path of the new canvas that is being opened. */
let opening: string | null = null;

/** Notes that this path is opened next, for a canvas that was created here. @returns The path. */
export function asNewCanvas(path: string): string {
  opening = path;
  return path;
}

/**
 * Moves the focus to the field for instructions when the page of a new canvas opens: the person goes on typing, and
 * letters would choose tools of the editor. On touch screens, a keyboard would cover the drawing.
 */
export function useFocusOnNewCanvas(field: RefObject<HTMLElement | null>, canvasId: string | null): void {
  useEffect(() => {
    if (canvasId === null || canvasPath(canvasId) !== opening) return;
    opening = null;
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, [field, canvasId]);
}
