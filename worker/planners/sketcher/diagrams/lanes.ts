import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import type { SketchRequest } from '../reading/request.ts';
import { Sketch } from '../sketch/sketch.ts';
import { type Item, leaf } from '../text/item.ts';
import { findProcess, generalProcess } from '../topics/find.ts';

const COLORS: readonly PlanColor[] = ['blue', 'green', 'purple', 'orange', 'teal', 'pink'];

/** A process with a lane for everybody who takes part; the steps run from lane to lane in their order. */
export function drawLanes(request: SketchRequest): Sketch {
  const sketch = new Sketch(request.title || 'Swimlanes', 'flow', 'right');
  const lanes = lanesOf(request, sketch);
  const frames = lanes.map((lane) => sketch.frame(lane.text));
  const ids = lanes.flatMap((lane, at) =>
    lane.children.map((step) =>
      sketch.node(step.text, { color: COLORS[at % COLORS.length] ?? 'blue', parent: frames[at] ?? '' }),
    ),
  );
  for (const [at, id] of ids.entries()) if (at > 0) sketch.edge(ids[at - 1] ?? '', id);
  return sketch;
}

function lanesOf({ items, subject }: SketchRequest, sketch: Sketch): Item[] {
  if (items.some((item) => item.children.length > 0)) return [...items];
  const known = findProcess(subject);
  const { steps } = known ?? generalProcess('');
  const names = items.length > 0 ? items : ['Customer', 'Office', 'Warehouse'].map(leaf);
  sketch.warn('Which lane does what was not said: the usual steps were spread over them.');
  return names.map(({ text }, at) => {
    const [from, to] = [at, at + 1].map((place) => Math.round((place * steps.length) / names.length));
    return { text, children: steps.slice(from, to).map(leaf) };
  });
}
