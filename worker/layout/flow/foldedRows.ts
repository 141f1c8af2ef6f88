import { type Box, boundsOf, type Point, type Size, segmentsOf } from '../../../src/canvas/model/geometry.ts';
import { assemble, type Block, type Placed, type Route } from '../scene/block.ts';

/** Consecutive steps of a flow to the right, and where they start and end in it, in pixels. */
export type Row = { ids: string[]; start: number; end: number };

/** Gap between rows, how far from them connectors lead from one to the next, and from each other, in pixels. */
const [ROW_GAP, MARGIN, SPACING] = [64, 24, 14];

/** The size that rows below each other have at least: that of their steps. */
export function rowsSize({ boxes }: Block, rows: readonly Row[]): Size {
  const heights = rows.map(({ ids }) => boundsOf(ids.flatMap((id) => boxes.get(id) ?? []))?.height ?? 0);
  return {
    width: Math.max(...rows.map(({ start, end }) => end - start)),
    height: heights.reduce((sum, height) => sum + height + ROW_GAP, -ROW_GAP),
  };
}

/** Draws rows of a flow to the right below each other. What leads on from one goes around to the start of the next. */
export function rowsBlock(flow: Block, rows: readonly Row[]): Block {
  const blocks = rows.map((row) => rowBlock(flow, row));
  const leading = blocks.slice(1).map((after, at) => {
    const before = blocks[at]?.routes;
    return [...after.routes.keys()].filter((id) => before?.has(id)).length;
  });
  const margin = MARGIN + SPACING * (Math.max(1, ...leading) - 1);
  let y = 0;
  const placed = blocks.map((block): Placed => {
    const place = { block, x: margin, y };
    y += block.height + ROW_GAP;
    return place;
  });
  const { width, height, boxes } = assemble(placed);
  const routes = new Map<string, Route>();
  for (const row of placed) for (const [id, route] of leadOn(routes, row)) routes.set(id, route);
  return { width: width + margin, height, boxes, routes };
}

/** The steps of a row, and what lies of connectors between its ends. */
function rowBlock(flow: Block, { ids, start, end }: Row): Block {
  const boxes = ids.flatMap((id): [string, Box][] => {
    const box = flow.boxes.get(id);
    return box ? [[id, box]] : [];
  });
  const routes = [...flow.routes].flatMap(([id, { points, labelAt }]): [string, Route][] => {
    const inside = clip(points, start, end);
    const isLabelInside = labelAt && labelAt.x > start && labelAt.x < end;
    return inside.length === 0 ? [] : [[id, { points: inside, labelAt: isLabelInside ? labelAt : null }]];
  });
  const corners = routes.flatMap(([, { points }]) =>
    points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  );
  const { y, height } = boundsOf([...boxes.map(([, box]) => box), ...corners]) ?? { y: 0, height: 0 };
  const size = { width: end - start, height };
  const part = { ...size, boxes: new Map(boxes), routes: new Map(routes) };
  return { ...assemble([{ block: part, x: -start, y: -y }]), ...size };
}

/** The part of a connector's points that lies in a range along the flow. */
function clip(points: readonly Point[], start: number, end: number): Point[] {
  if (points.every(({ x }) => x < start) || points.every(({ x }) => x > end)) return [];
  const isInside = ({ x }: Point): boolean => x >= start && x <= end;
  const inside = segmentsOf(points).flatMap(([a, b]): Point[] => {
    // A piece over an end of the range runs along the flow.
    const cuts = [start, end].filter((x) => x > Math.min(a.x, b.x) && x < Math.max(a.x, b.x));
    const ordered = cuts.toSorted((one, other) => (one - other) * (b.x - a.x));
    return [a, ...ordered.map((x) => ({ x, y: a.y })), b].filter(isInside);
  });
  return inside.filter((point, at) => point.x !== inside[at - 1]?.x || point.y !== inside[at - 1]?.y);
}

/** The connectors of a placed row; those that come from the rows before it are led to its start. */
function leadOn(before: ReadonlyMap<string, Route>, row: Placed): Map<string, Route> {
  const { routes } = assemble([row]);
  const parts = [...routes].map(([id, after]) => ({ id, before: before.get(id), after }));
  const exits = parts.flatMap(({ before }) => before?.points.at(-1) ?? []).toSorted((a, b) => a.y - b.y);
  const entries = parts
    .flatMap(({ before, after }) => (before && after.points[0]) ?? [])
    .toSorted((a, b) => a.y - b.y);
  return new Map(
    parts.map(({ id, before, after }) => {
      const [exit, entry] = [before?.points.at(-1), after.points[0]];
      if (!before || !exit || !entry) return [id, after];
      // Outer ones go around inner ones at both ends, so that they don't cross.
      const [rank, rankAfter] = [exits.indexOf(exit), entries.indexOf(entry)];
      const right = exit.x + MARGIN + SPACING * (exits.length - 1 - rank);
      const left = entry.x - MARGIN - SPACING * rankAfter;
      const middle = row.y - ROW_GAP / 2 + SPACING * ((exits.length - 1) / 2 - rank);
      const around = [
        { x: right, y: exit.y },
        { x: right, y: middle },
        { x: left, y: middle },
        { x: left, y: entry.y },
      ];
      const points = [...before.points, ...around, ...after.points];
      return [id, { points: withoutRunThrough(points), labelAt: before.labelAt ?? after.labelAt }];
    }),
  );
}

/** Drops points in the middle of a straight run. */
const withoutRunThrough = (points: readonly Point[]): Point[] =>
  points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    return !before || !after || before.y !== point.y || after.y !== point.y;
  });
