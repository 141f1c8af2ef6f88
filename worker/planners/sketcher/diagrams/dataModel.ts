import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { singular } from '../text/words.ts';

type Relation = { from: string; to: string; how: string | null };

/** Entities as boxes, and arrows that say how many of one belong to another. */
export function drawDataModel(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'Data model', 'flow', request.direction);
  const { names, relations } = contentOf(request, plan);
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const key = singular(name.trim().toLowerCase());
    const known = ids.get(key) ?? plan.node(name, { color: 'blue' });
    ids.set(key, known);
    return known;
  };
  for (const name of names) idOf(name);
  for (const { from, to, how } of relations) plan.edge(idOf(from), idOf(to), { label: how });
  return plan;
}

type Content = { names: readonly string[]; relations: readonly Relation[] };

function contentOf({ subject, items }: SketchRequest, plan: PlanBuilder): Content {
  if (items.length > 0) {
    const names = items.map(({ text, children }) =>
      children.length === 0 ? text : `${text} (${children.map((child) => child.text).join(', ')})`,
    );
    plan.warn('No relations given. Connect the entities that belong together.');
    return { names, relations: [] };
  }
  const known = models.find(({ match }) => match.test(subject));
  plan.warn(
    known === undefined
      ? 'No entities given, so they are numbered. To name them: “ER diagram: Author has many Books”.'
      : 'No entities given, so these are typical ones.',
  );
  return { names: [], relations: (known?.relations ?? unknownModel).map(parse) };
}

function parse(text: string): Relation {
  const [from = '', how = '', to = ''] = text.split(' > ');
  return { from, to, how };
}

const models: readonly { match: RegExp; relations: readonly string[] }[] = [
  {
    match: /\bblog|\bcms\b|\bmagazine|\bnews/i,
    relations: [
      'User > writes > Post',
      'User > writes > Comment',
      'Post > has many > Comment',
      'Category > has many > Post',
      'Post > is tagged with > Tag',
    ],
  },
  {
    match: /\bshop|\bstore|\be-?commerce|\borders?\b|\bsales\b/i,
    relations: [
      'Customer > places > Order',
      'Order > has many > Order line',
      'Product > is in > Order line',
      'Category > has many > Product',
      'Order > has one > Payment',
      'Customer > has many > Address',
    ],
  },
  {
    match: /\bschool|\buniversity|\bcourse|\blearning/i,
    relations: [
      'Teacher > gives > Course',
      'Course > has many > Lesson',
      'Student > makes > Enrolment',
      'Course > has many > Enrolment',
      'Enrolment > has many > Grade',
    ],
  },
  {
    match: /\brental|\bbooking|\breserv|\bhotel|\blibrary/i,
    relations: [
      'Customer > makes > Booking',
      'Item > is part of > Booking',
      'Place > has many > Item',
      'Booking > has one > Payment',
      'Customer > writes > Review',
    ],
  },
];

const unknownModel = ['Entity 1 > has many > Entity 2', 'Entity 2 > has many > Entity 3'];
