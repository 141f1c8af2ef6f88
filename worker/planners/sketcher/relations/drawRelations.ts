import type { PlanColor, PlanDirection, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { shorten } from '../text/plain.ts';
import type { RelationGraph, Thing } from './relationGraph.ts';

type Look = { shape: PlanShape; color: PlanColor };

const step: Look = { shape: 'rect', color: 'blue' };
const FAILED = /\b(?:errors?|fail(?:ed|ure)?|reject(?:ed)?)\b/i;

export type RelationDrawing = {
  title: string;
  direction: PlanDirection | null;
  graph: RelationGraph;
  /** Texts around the relations that are content too. */
  notes: readonly string[];
};

/** Draws things as boxes, questions as diamonds, and relations as connectors. */
export function drawRelations({ title, direction, graph, notes }: RelationDrawing): PlanBuilder {
  const plan = new PlanBuilder(title || titleOf(graph), 'flow', direction);
  const ids = new Map<Thing, string>();
  const parents = new Set(graph.things.flatMap(({ parent }) => parent ?? []));
  const idOf = (thing: Thing): string => {
    const known = ids.get(thing);
    if (known !== undefined) return known;
    const parent = thing.parent === null ? undefined : idOf(thing.parent);
    const { shape, color } = lookOf(graph, thing);
    const id = parents.has(thing)
      ? plan.frame(thing.text, null, parent ?? null)
      : plan.node(thing.text, {
          shape,
          color: thing.color ?? color,
          ...(parent === undefined ? {} : { parent }),
        });
    ids.set(thing, id);
    return id;
  };
  for (const thing of graph.things) idOf(thing);
  for (const note of notes) plan.node(note, { shape: 'sticky', color: 'yellow' });
  for (const { from, to, label, ends, isDashed } of graph.relations)
    plan.edge(idOf(from), idOf(to), { label, ends, style: isDashed ? 'dashed' : 'solid' });
  return plan;
}

function lookOf({ relations }: RelationGraph, thing: Thing): Look {
  if (thing.isQuestion) return { shape: 'diamond', color: 'yellow' };
  if (FAILED.test(thing.text)) return { ...step, color: 'red' };
  const isEntered = relations.some(({ to }) => to === thing);
  const isLeft = relations.some(({ from }) => from === thing);
  if (/^(?:start|begin)$/i.test(thing.text) && isLeft) return { shape: 'ellipse', color: 'green' };
  if (/^(?:end|done|finish(?:ed)?|stop)$/i.test(thing.text) && isEntered && !isLeft)
    return { shape: 'ellipse', color: 'green' };
  return step;
}

/** "First step → last step". */
function titleOf({ things }: RelationGraph): string {
  const [first, last] = [things[0], things.at(-1)];
  if (first === undefined || last === undefined || first === last) return first?.text ?? 'Diagram';
  return `${shorten(first.text, 36)} → ${shorten(last.text, 36)}`;
}
