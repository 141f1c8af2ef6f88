import type { CanvasObject } from '../model/object.ts';

/** Raise with every incompatible change of the format. */
const formatVersion = 1;

export type ExportedCanvas = { title: string; version: number; objects: readonly CanvasObject[] };

/** The whole canvas as JSON, in the form that `src/canvas/model/object.ts` describes. */
export function toJson({ title, version, objects }: ExportedCanvas): string {
  const file = { type: 'collabcanvas', formatVersion, title, version, objects };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
