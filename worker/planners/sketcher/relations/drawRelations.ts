import type { PlanColor, PlanDirection, PlanLayout, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { shorten } from '../text/plain.ts';
import type { RelationGraph, Thing } from './graph/relationGraph.ts';
import type { RelationKind } from './graph/relationKinds.ts';

type Look = { shape: PlanShape; color: PlanColor };

const step: Look = { shape: 'rect', color: 'blue' };
const FAILED = /\b(?:errors?|fail(?:ed|ure)?|reject(?:ed)?|cancell?ed|declined|expired)\b/i;

export type RelationDrawing = {
  title: string;
  kind: RelationKind | null;
  direction: PlanDirection | null;
  graph: RelationGraph;
  /** Texts around the relations that are content too. */
  notes: readonly string[];
  warnings?: readonly string[];
};

const layouts: Readonly<Record<RelationKind, PlanLayout>> = {
  ...{ sequence: 'sequence', state: 'state', class: 'class', entity: 'class', system: 'flow' },
};

/** Draws things as boxes, questions as diamonds, and relations as connectors. */
export function drawRelations({
  title,
  kind,
  direction,
  graph,
  notes,
  warnings,
}: RelationDrawing): PlanBuilder {
  const plan = new PlanBuilder(title || titleOf(graph), kind === null ? 'flow' : layouts[kind], direction);
  for (const warning of warnings ?? []) plan.warn(warning);
  if (graph.relations.length === 0) relateInOrder(graph, kind, plan);
  const ids = new Map<Thing, string>();
  const parents = new Set(graph.things.flatMap(({ parent }) => parent ?? []));
  const idOf = (thing: Thing): string => {
    const known = ids.get(thing);
    if (known !== undefined) return known;
    const parent = thing.parent === null ? undefined : idOf(thing.parent);
    const id = parents.has(thing)
      ? plan.frame(thing.text, null, parent ?? null)
      : plan.node(thing.text, {
          ...lookOf(graph, thing),
          ...(parent === undefined ? {} : { parent }),
          ...(thing.attributes.length === 0 ? {} : { compartments: compartmentsOf(thing) }),
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

/** States follow one another as they are listed, where nothing else is said; other things stay apart. */
function relateInOrder(graph: RelationGraph, kind: RelationKind | null, plan: PlanBuilder): void {
  if (kind !== 'state') {
    if (!graph.things.some(({ parent, attributes }) => parent !== null || attributes.length > 0))
      plan.warn('No connections given. Add them in words, such as “A calls B”, or with arrows: A -> B.');
    return;
  }
  for (const [at, to] of graph.things.entries()) {
    const from = graph.things[at - 1];
    if (from !== undefined) graph.relate(from, to);
  }
  plan.warn('No transitions given, so the states follow one another. Add them as “open -> closed: close”.');
}

/** Attributes, and below them methods, such as `area()`. */
function compartmentsOf({ attributes }: Thing): string[] {
  const isMethod = (text: string) => /\)$/.test(text);
  return [attributes.filter((text) => !isMethod(text)), attributes.filter(isMethod)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'));
}

function lookOf(graph: RelationGraph, thing: Thing): Look {
  const look = shapeOf(graph, thing);
  return { ...look, color: thing.color ?? look.color };
}

function shapeOf({ relations }: RelationGraph, thing: Thing): Look {
  if (thing.isQuestion) return { shape: 'diamond', color: 'yellow' };
  if (FAILED.test(thing.text)) return { ...step, color: 'red' };
  const isEntered = relations.some(({ to }) => to === thing);
  const isLeft = relations.some(({ from }) => from === thing);
  if (/^(?:start|begin)$/i.test(thing.text) && isLeft) return { shape: 'ellipse', color: 'green' };
  if (/^(?:end|done|finish(?:ed)?|stop)$/i.test(thing.text) && isEntered && !isLeft)
    return { shape: 'ellipse', color: 'green' };
  return step;
}

/** "First step → last step" of what leads from one to the other; else the first name. */
function titleOf({ things, relations }: RelationGraph): string {
  const entered = new Set(relations.map(({ to }) => to));
  const left = new Set(relations.map(({ from }) => from));
  const isPath = relations.every(({ ends }) => ends === 'forward');
  const [first, second] = things.filter((thing) => !entered.has(thing));
  const [last, other] = things.filter((thing) => !left.has(thing));
  if (isPath && first !== undefined && last !== undefined && second === undefined && other === undefined)
    return `${shorten(first.text, 36)} → ${shorten(last.text, 36)}`;
  return things[0]?.text ?? 'Diagram';
}
