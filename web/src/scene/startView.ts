import { type Box, centreOf, type Point } from '../../../src/canvas/model/geometry.ts';

/** The zoom from which texts can be read: those of shapes, of 16 px, are 12 px high. */
const legibleZoom = 0.75;
/** Between the objects and the edge of the view, in pixels of the window. */
const margin = 20;

/**
 * The zoom, and the corner of the view, at which a box fills at most a share of it, in its middle.
 *
 * @param room width and height of the view, in pixels of the window
 */
export function wholeView(
  objects: Box,
  room: { width: number; height: number },
  share: number,
): { zoom: number; corner: Point } {
  const zoom = Math.min(1, Math.min(room.width / objects.width, room.height / objects.height) * share);
  const { x, y } = centreOf(objects);
  return { zoom, corner: { x: x - room.width / 2 / zoom, y: y - room.height / 2 / zoom } };
}

/**
 * Where a legible view of objects that are too large for it begins: around the first of them, without showing empty
 * space beyond the others. Null if a view that shows all of them is legible.
 *
 * @param objects the box around all objects
 * @param first the box of the first one
 * @param room width and height of the view, in pixels of the window
 */
export function startView(
  objects: Box,
  first: Box,
  room: { width: number; height: number },
): { zoom: number; corner: Point } | null {
  const fitting = Math.min(
    (room.width - 2 * margin) / objects.width,
    (room.height - 2 * margin) / objects.height,
  );
  if (fitting >= legibleZoom) return null;
  const border = margin / legibleZoom;
  const { x, y } = centreOf(first);
  const place = (from: number, length: number, start: number, centre: number, size: number): number => {
    if (length + 2 * border <= size) return from + length / 2 - size / 2;
    // An object that is larger than the view is shown from its start.
    const wanted = Math.min(centre - size / 2, start - border);
    return Math.min(Math.max(wanted, from - border), from + length + border - size);
  };
  return {
    zoom: legibleZoom,
    corner: {
      x: place(objects.x, objects.width, first.x, x, room.width / legibleZoom),
      y: place(objects.y, objects.height, first.y, y, room.height / legibleZoom),
    },
  };
}
