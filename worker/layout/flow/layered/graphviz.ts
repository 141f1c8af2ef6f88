import { type Format, Graphviz } from '@hpcc-js/wasm-graphviz';
import { z } from 'zod';
import type { Point } from '../../../../src/canvas/model/geometry.ts';

/** JSON with places only, which takes half the time; the package's types don't list it. https://graphviz.org/docs/outputs/json/ */
const json = 'json0' as string as Format;

let loading: Promise<Graphviz> | undefined;

/** What is used of Graphviz' JSON: https://graphviz.org/docs/outputs/json/. Lengths are in pixels, or inches of 72. */
const laidOut = z.object({
  bb: z.string(),
  objects: z
    .array(
      z.object({
        name: z.string(),
        bb: z.string().optional(),
        pos: z.string().optional(),
        width: z.string().optional(),
        height: z.string().optional(),
      }),
    )
    .default([]),
  edges: z.array(z.object({ id: z.string(), pos: z.string() })).default([]),
});

/** A graph as Graphviz has laid it out. */
export type GraphvizDrawing = z.infer<typeof laidOut>;

/**
 * Lays out a graph in the language of Graphviz: with `dot` in ranks along a direction, with `sfdp` around what most is
 * joined to. Rejects if Graphviz fails.
 */
export async function runGraphviz(source: string, engine: 'dot' | 'sfdp'): Promise<GraphvizDrawing> {
  loading ??= Graphviz.load();
  const graphviz = await loading;
  return laidOut.parse(JSON.parse(graphviz.layout(source, json, engine, { yInvert: true })));
}

/** A length in inches, in which Graphviz measures sizes. */
export function inches(pixels: number): string {
  return (pixels / 72).toFixed(4);
}

/** The numbers of a position or a bounding box, `x,y` or `x1,y1,x2,y2`. */
export function numbersOf(text: string): number[] {
  return text.split(',').map(Number);
}

/** The point of a position `x,y`. */
export function pointOf(text: string): Point {
  const [x = 0, y = 0] = numbersOf(text);
  return { x, y };
}

/**
 * Points on a spline: its first point, then three points for each cubic curve.
 * @param piecesPerCurve Straight pieces that a curve becomes.
 */
export function flattenSpline(spline: string, piecesPerCurve = 6): Point[] {
  const controls = spline.split(' ').map(pointOf);
  const points = controls.slice(0, 1);
  for (let at = 0; at + 3 < controls.length; at += 3) {
    const curve = controls.slice(at, at + 4) as [Point, Point, Point, Point];
    for (let piece = 1; piece <= piecesPerCurve; piece += 1)
      points.push(pointOn(curve, piece / piecesPerCurve));
  }
  return points;
}

function pointOn([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const mix = (axis: 'x' | 'y') =>
    (1 - t) ** 3 * a[axis] +
    3 * (1 - t) ** 2 * t * b[axis] +
    3 * (1 - t) * t ** 2 * c[axis] +
    t ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}
