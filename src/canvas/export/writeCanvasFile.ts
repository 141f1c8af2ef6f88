import { withIds } from '../model/changes/replaceIds.ts';
import type { CanvasObject } from '../model/object.ts';
import { formatVersion } from './canvasFile.ts';

export type ExportedCanvas = { id: string; title: string; version: number; objects: readonly CanvasObject[] };

/** The API's ids for database ids. */
export type GlobalIds = { canvas(id: string): string; object(id: string): string };

/** The whole canvas as JSON, with the ids and enum values of the API, and one object on a line. */
export function writeCanvasFile(
  { id, title, version, objects }: ExportedCanvas,
  globalIds: GlobalIds,
): string {
  const head = {
    type: 'collabcanvas',
    formatVersion,
    canvasId: globalIds.canvas(id),
    title,
    versionNumber: version,
  };
  const lines = objects.map((object) =>
    JSON.stringify({ ...withIds(object, globalIds.object), color: object.color.toUpperCase() }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"objects":[\n${lines.join(',\n')}\n]}\n`;
}
