import { type Box, boundsOf } from '../../../src/canvas/model/geometry.ts';
import type { PlanNode } from '../../../src/canvas/model/plan.ts';
import { addedId } from '../scene/addedId.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, GAP } from '../scene/block.ts';
import { colorOf, framesAround, type Scene } from '../scene/scene.ts';
import { BAR } from './columns.ts';
import { addedNode, type Drawing } from './drawing.ts';
import type { Bar } from './rows.ts';

/** Participants are repeated at the foot of what is taller than this, in pixels. */
const SCREEN_HEIGHT = 800;
/** What else ends a lifeline; pixels. */
const END = { width: 24, height: 10 };

/** A participant with its lifeline's position, in pixels, and its bars from top to bottom. */
export type Lifeline = { participant: PlanNode; x: number; bars: Bar[] };

/** Draws the participants at the head, in the frames that the plan puts them into. Returns the lower edge. */
export function drawHeads(scene: Scene, lifelines: readonly Lifeline[], { boxes }: Drawing): number {
  const heads = lifelines.map(
    ({ participant }) => scene.fitted.get(participant.id) ?? { width: 160, height: 64 },
  );
  const height = Math.max(...heads.map((head) => head.height));
  for (const [column, { participant, x }] of lifelines.entries()) {
    const { width = 160 } = heads[column] ?? {};
    boxes.set(participant.id, { x: x - width / 2, y: 0, width, height });
  }
  const ids = new Set(lifelines.flatMap(({ participant }) => framesAround(scene, participant.id)));
  // Outer frames come last: they are drawn around the inner ones.
  for (const id of [...ids].toReversed()) {
    const contents = boundsOf(scene.childrenOf(id).flatMap((child) => boxes.get(child.id) ?? []));
    if (contents !== null) boxes.set(id, around(contents));
  }
  return Math.max(...[...boxes.values()].map((box) => box.y + box.height));
}

const around = ({ x, y, width, height }: Box): Box => ({
  x: x - FRAME_PADDING,
  y: y - FRAME_TITLE_HEIGHT,
  width: width + 2 * FRAME_PADDING,
  height: height + FRAME_TITLE_HEIGHT + FRAME_PADDING,
});

/** The id of a bar. Bars are only added at the end of a lifeline, so that a preview does not change their ids. */
export function barIds(lifelines: readonly Lifeline[]): Map<Bar, string> {
  return new Map(
    lifelines.flatMap(({ participant, bars }) =>
      bars.map((bar, at) => [bar, addedId(participant.id, `bar ${at}`)] as const),
    ),
  );
}

/** Draws the bars of a lifeline, its end, and the dashed lines between all of these. */
export function drawLifeline(
  { participant, x, bars }: Lifeline,
  ids: ReadonlyMap<Bar, string>,
  bottom: number,
  drawing: Drawing,
): void {
  const { boxes, routes, added } = drawing;
  for (const bar of bars) {
    const id = ids.get(bar) ?? '';
    added.push(addedNode(id, { color: colorOf(participant), parent: bar.frame }));
    boxes.set(id, { x: x - BAR / 2, y: bar.top, width: BAR, height: bar.bottom - bar.top });
  }
  const end = drawEnd(participant, x, bottom, drawing);
  const stops = [participant.id, ...bars.map((bar) => ids.get(bar) ?? ''), end];
  for (const [at, to] of stops.slice(1).entries()) {
    const from = stops[at] ?? '';
    const id = addedId(participant.id, `line ${at}`);
    added.push({ type: 'edge', id, from, to, label: null, style: 'dashed', ends: 'none' });
    const [above, below] = [boxes.get(from), boxes.get(to)];
    if (above === undefined || below === undefined) continue;
    routes.set(id, {
      points: [
        { x, y: above.y + above.height },
        { x, y: below.y },
      ],
      labelAt: null,
    });
  }
}

/** Draws what ends a lifeline, and returns its id. */
function drawEnd(participant: PlanNode, x: number, bottom: number, { boxes, added }: Drawing): string {
  const head = boxes.get(participant.id);
  const isLong = bottom > SCREEN_HEIGHT && head !== undefined;
  const id = addedId(participant.id, 'end');
  const { width, height } = isLong ? head : END;
  added.push(isLong ? { ...participant, id, parent: null } : addedNode(id));
  boxes.set(id, { x: x - width / 2, y: bottom + GAP / 2, width, height });
  return id;
}
