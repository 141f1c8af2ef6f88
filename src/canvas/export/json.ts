import type { CanvasObject } from '../model/object.ts';

/** Raise when a reader of the file could stumble over the new form. */
const formatVersion = 1;

export type ExportedCanvas = { title: string; version: number; objects: readonly CanvasObject[] };

/** The canvas as JSON: everything that it holds, in the form that `src/canvas/model/object.ts` describes. */
export function toJson({ title, version, objects }: ExportedCanvas): string {
  const file = { type: 'collabcanvas', formatVersion, title, version, objects };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
