import { type Box, boundsOf, type Point, type Size, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { PlanFrame } from '../../../src/canvas/model/plan.ts';
import { textWidth } from '../../../src/canvas/text/font.ts';

/** The route of a connector from outline to outline, and the centre of its label once that is placed. */
export type Route = {
  points: Point[];
  labelAt: Point | null;
  /** Whether it may lead through frames that hold neither end: from one lane to another, through those between. */
  crossesLanes?: true;
};

/** A laid-out part of a diagram. Geometry is relative to its top left corner, in pixels. */
export type Block = Size & {
  boxes: ReadonlyMap<string, Box>;
  routes: ReadonlyMap<string, Route>;
};

/** Gap between neighbours, in pixels. */
export const GAP = 32;
/** Gap between groups, in pixels. */
export const GROUP_GAP = 64;
/** Padding between a frame's border and its contents, in pixels. */
export const FRAME_PADDING = 24;
/** Height of the title strip at the top of a frame, in pixels. */
export const FRAME_TITLE_HEIGHT = 44;
export const FRAME_TITLE_FONT_SIZE = 16;

/** Creates a block of a single item. */
export function single(id: string, { width, height }: Size): Block {
  return {
    width,
    height,
    boxes: new Map([[id, { x: 0, y: 0, width, height }]]),
    routes: new Map(),
  };
}

const moved = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });

const movedRoute = (route: Route, by: Point): Route => ({
  ...route,
  points: route.points.map((point) => moved(point, by)),
  labelAt: route.labelAt && moved(route.labelAt, by),
});

/** A block and its position. */
export type Placed = Point & { block: Block };

/** Combines placed blocks into one, with a minimum size of `least`. */
export function assemble(parts: readonly Placed[], least: Size = { width: 0, height: 0 }): Block {
  const boxes = new Map<string, Box>();
  const routes = new Map<string, Route>();
  for (const { block, x, y } of parts) {
    for (const [id, box] of block.boxes) boxes.set(id, { ...box, ...moved(box, { x, y }) });
    for (const [id, route] of block.routes) routes.set(id, movedRoute(route, { x, y }));
  }
  const reach = boundsOf(
    parts.map(({ block, x, y }) => ({ x, y, width: block.width, height: block.height })),
  );
  return {
    width: Math.max(least.width, reach ? reach.x + reach.width : 0),
    height: Math.max(least.height, reach ? reach.y + reach.height : 0),
    boxes,
    routes,
  };
}

/** Width in pixels that a frame needs for its title in one line. The renderer shortens long titles. */
export function titleWidth(title: string): number {
  return Math.min(480, textWidth(title, FRAME_TITLE_FONT_SIZE) + 2 * FRAME_PADDING);
}

/** Puts a frame around its contents, below the strip of its title. */
export function framed(frame: PlanFrame, content: Block, least: Size = { width: 0, height: 0 }): Block {
  const width = snapUp(
    Math.max(160, least.width, titleWidth(frame.title), content.width + 2 * FRAME_PADDING),
  );
  const height = snapUp(
    Math.max(96, least.height, FRAME_TITLE_HEIGHT + content.height + (content.height ? FRAME_PADDING : 0)),
  );
  return assemble([
    { block: single(frame.id, { width, height }), x: 0, y: 0 },
    { block: content, x: FRAME_PADDING, y: FRAME_TITLE_HEIGHT },
  ]);
}
