import type { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { drawRelations } from '../relations/drawRelations.ts';
import { RelationGraph } from '../relations/graph/relationGraph.ts';

/** `relations`: "From > how > to". */
type Model = { match: RegExp; relations: readonly string[] };

/** Parts of a system, or entities, as they are listed, with what stands below each; where none are, a template. */
export function drawSystem(request: SketchRequest): PlanBuilder {
  const { items, direction } = request;
  const isData = request.kind === 'data';
  const graph = new RelationGraph();
  for (const { text, children } of items) {
    graph.thing(text);
    for (const child of children) relate(graph, text, child.text);
  }
  const warning = items.length > 0 ? null : isData ? addModel(graph, request.subject) : addParts(graph);
  const title = request.title || (isData ? 'Data model' : 'Architecture');
  const plan = drawRelations({ title, kind: 'system', direction, graph, notes: [] });
  if (warning !== null) plan.warn(warning);
  return plan;
}

/** Adds typical entities of a subject, or numbered ones. @returns A warning about that */
function addModel(graph: RelationGraph, subject: string): string {
  const known = models.find(({ match }) => match.test(subject));
  for (const relation of (known ?? unknownModel).relations) {
    const [from = '', how = '', to = ''] = relation.split(' > ');
    relate(graph, from, to, how);
  }
  return known === undefined
    ? 'No entities given, so they are numbered. To name them: “ER diagram: Author has many Books”.'
    : 'No entities given, so these are typical ones.';
}

/** Adds numbered parts. @returns A warning about that */
function addParts(graph: RelationGraph): string {
  relate(graph, 'Part 1', 'Part 2');
  relate(graph, 'Part 2', 'Part 3');
  return 'No parts given, so they are numbered. To name them: “architecture: browser -> web server -> database”.';
}

function relate(graph: RelationGraph, from: string, to: string, label: string | null = null): void {
  const [start, end] = [graph.thing(from), graph.thing(to)];
  if (start !== null && end !== null) graph.relate(start, end, { label });
}

const model = (match: RegExp, relations: string): Model => ({ match, relations: relations.split(', ') });

const models: readonly Model[] = [
  model(
    /\bblog|\bcms\b|\bmagazine|\bnews/i,
    'User > writes > Post, User > writes > Comment, Post > has many > Comment, Category > has many > Post, Post > is tagged with > Tag',
  ),
  model(
    /\bshop|\bstore|\be-?commerce|\borders?\b|\bsales\b/i,
    'Customer > places > Order, Order > has many > Order line, Product > is in > Order line, Category > has many > Product, Order > has one > Payment, Customer > has many > Address',
  ),
  model(
    /\bschool|\buniversity|\bcourse|\blearning/i,
    'Teacher > gives > Course, Course > has many > Lesson, Student > makes > Enrolment, Course > has many > Enrolment, Enrolment > has many > Grade',
  ),
  model(
    /\brental|\bbooking|\breserv|\bhotel|\blibrary/i,
    'Customer > makes > Booking, Item > is part of > Booking, Place > has many > Item, Booking > has one > Payment, Customer > writes > Review',
  ),
];
const unknownModel = model(/^/, 'Entity 1 > has many > Entity 2, Entity 2 > has many > Entity 3');
