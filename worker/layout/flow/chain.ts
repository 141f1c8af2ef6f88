import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import { assemble, type Block, type Placed, type Route, single } from '../scene/block.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { STEP_GAP } from './layered/flowStyle.ts';

/** Gap in pixels beside a label. */
const LABEL_MARGIN = 20;

/** A step of a chain, and the edge that leads to the next one. */
type Step = { id: string; size: Size; next: PlanEdge | null };

/** The steps of a part in their order if it is a chain without branches, else null. */
export function chainOf(scene: Scene, part: readonly Item[], edges: readonly PlanEdge[]): Step[] | null {
  if (edges.length !== part.length - 1 || part.some((item) => item.type === 'frame')) return null;
  const leaving = new Map(edges.map((edge) => [edge.from, edge]));
  const entered = new Set(edges.map((edge) => edge.to));
  if (leaving.size !== edges.length || entered.size !== edges.length) return null;
  const steps: Step[] = [];
  let id = part.find((item) => !entered.has(item.id))?.id;
  while (id !== undefined) {
    const size = scene.fitted.get(id);
    if (!size) return null;
    const next: PlanEdge | null = leaving.get(id) ?? null;
    steps.push({ id, size, next });
    id = next?.to;
  }
  return steps.length === part.length ? steps : null;
}

function gapAfter({ next }: Step, direction: PlanDirection): number {
  if (!next?.label?.trim()) return STEP_GAP;
  const { width, height } = fitLabel(next.label);
  return Math.max(STEP_GAP, (direction === 'right' ? width : height) + 2 * LABEL_MARGIN);
}

/** Lays out a chain in one line. */
export function chainBlock(steps: readonly Step[], direction: PlanDirection): Block {
  const breadth = Math.max(...steps.map(({ size }) => (direction === 'right' ? size.height : size.width)));
  const routes = new Map<string, Route>();
  let at = 0;
  const placed = steps.map((step): Placed => {
    const { id, size } = step;
    const [length, across] = direction === 'right' ? [size.width, size.height] : [size.height, size.width];
    const offset = Math.round((breadth - across) / 2);
    const [start, end] = [at + length, at + length + gapAfter(step, direction)];
    const middle = Math.round(breadth / 2);
    const points =
      direction === 'right'
        ? [start, end].map((x) => ({ x, y: middle }))
        : [start, end].map((y) => ({ x: middle, y }));
    if (step.next) routes.set(step.next.id, { points, labelAt: null });
    const place = direction === 'right' ? { x: at, y: offset } : { x: offset, y: at };
    at = end;
    return { block: single(id, size), ...place };
  });
  return { ...assemble(placed), routes };
}
