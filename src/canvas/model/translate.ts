import type { Point } from './geometry.ts';
import type { CanvasObject } from './object.ts';

/** The object moved by a distance in pixels; of a connector, its points and its label. */
export function translate<T extends CanvasObject>(object: T, by: Point): T {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  if (object.kind !== 'CONNECTOR') return { ...object, ...move(object) };
  const { points, labelAt } = object;
  return { ...object, points: points.map(move), labelAt: labelAt && move(labelAt) };
}
