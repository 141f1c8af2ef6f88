import type { Plan, PlanObject } from '../../../src/canvas/model/plan.ts';
import { reachableFrom } from './canvasView.ts';
import type { Expected } from './expected.ts';

type Named = Extract<PlanObject, { type: 'frame' | 'node' }>;

/** Texts of an object that are drawn: the operator and the condition of a fragment apart, and all compartments. */
function textsOf(object: Named, layout: Plan['layout']): string[] {
  if (object.type === 'node') return [object.text, ...(object.compartments ?? [])];
  return layout === 'sequence' ? object.title.split(/:\s*/) : [object.title];
}

const nameOf = (object: Named): string => (object.type === 'frame' ? object.title : object.text);

/**
 * What follows from a plan: all of its texts, connectors and frames are on the canvas, and nothing else; a flow without
 * cycles leads where it should.
 */
export function expectedOfPlan({ layout, direction, objects }: Plan): Expected {
  const named = objects.filter((object) => object.type === 'frame' || object.type === 'node');
  const byId = new Map(named.map((object) => [object.id, object]));
  const literal = (id: string | null) => {
    const object = byId.get(id ?? '');
    return object === undefined ? null : `=${nameOf(object)}`;
  };
  const edges = objects.flatMap((object): [string, string, string?][] => {
    if (object.type !== 'edge') return [];
    const [from, to] = [literal(object.from), literal(object.to)];
    if (from === null || to === null) return [];
    return [object.label === null ? [from, to] : [from, to, `=${object.label}`]];
  });
  // A message is in its fragment by its place, and participants never are.
  const contents = (layout === 'sequence' ? [] : named).flatMap((object): [string, string][] => {
    const frame = literal(object.parent);
    return frame === null ? [] : [[frame, `=${nameOf(object)}`]];
  });
  const inside = Map.groupBy(contents, ([frame]) => frame);
  return {
    texts: named
      .flatMap((object) => textsOf(object, layout))
      .filter((text) => text.trim() !== '')
      .map((text) => `=${text}`),
    edges,
    inside: Object.fromEntries([...inside].map(([frame, pairs]) => [frame, pairs.map(([, text]) => text)])),
    count: { connector: edges.length },
    ...(layout === 'flow' && direction !== null && edges.length > 0 && !hasCycle(objects)
      ? { direction }
      : {}),
  };
}

function hasCycle(objects: readonly PlanObject[]): boolean {
  const next = new Map<string, string[]>();
  for (const object of objects)
    if (object.type === 'edge') next.set(object.from, [...(next.get(object.from) ?? []), object.to]);
  return [...next.keys()].some((id) => reachableFrom(id, next).has(id));
}
