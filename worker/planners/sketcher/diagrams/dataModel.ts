import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { capitalise, label } from '../text/plain.ts';
import { splitList, splitSentences } from '../text/split.ts';

type Relation = { from: string; to: string; how: string | null };

const HAS =
  /^(.+?)\s+(?:has|have|contains?|owns?|writes?|places?)\s+(?:(many|several|one|an?|the|multiple)\s+)?(.+)$/i;
const BELONGS = /^(.+?)\s+(?:belongs? to|is part of|references?)\s+(?:an?\s+|the\s+|one\s+|many\s+)?(.+)$/i;

/** Entities as boxes, and arrows that say how many of one belong to another. */
export function drawDataModel(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'Data model', 'flow', request.direction);
  const { names, relations } = contentOf(request, plan);
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const key = singular(name);
    const known = ids.get(key) ?? plan.node(name, { color: 'blue' });
    ids.set(key, known);
    return known;
  };
  for (const name of names) idOf(name);
  for (const { from, to, how } of relations) plan.edge(idOf(from), idOf(to), { label: how });
  return plan;
}

type Content = { names: readonly string[]; relations: readonly Relation[] };

function contentOf({ body, subject, items }: SketchRequest, plan: PlanBuilder): Content {
  const told = splitSentences(body).flatMap((sentence) => sentence.split(/,\s*(?:and\s+)?/));
  const relations = told.flatMap(relationIn);
  if (relations.length > 0) return { names: [], relations: withoutMirrored(relations) };
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
      ? 'No entities given, so this is a starter model.'
      : 'No entities given, so these are typical ones.',
  );
  return { names: [], relations: (known?.relations ?? usual(subject)).map(parse) };
}

/** "User has many posts, comments" names two relations. */
function relationIn(sentence: string): Relation[] {
  const belongs = BELONGS.exec(sentence.trim());
  if (belongs?.[1] !== undefined && belongs[2] !== undefined)
    return [{ from: nameOf(belongs[2]), to: nameOf(belongs[1]), how: 'has many' }];
  const has = HAS.exec(sentence.trim());
  if (has?.[1] === undefined || has[3] === undefined) return [];
  const [, from, amount = ''] = has;
  const how = /^(?:one|an?|the)$/i.test(amount) ? 'has one' : 'has many';
  return splitList(has[3]).map((to) => ({ from: nameOf(from), to: nameOf(to), how }));
}

/** "Post has many comments" and "comment belongs to post" say the same. */
function withoutMirrored(relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter(({ from, to }) => {
    const key = `${singular(from)} ${singular(to)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const nameOf = (text: string) =>
  capitalise(singularForm(label(text.replace(/^(?:an?|the|each|every)\s+/i, ''))));
const singular = (text: string) => singularForm(text.trim().toLowerCase());
const singularForm = (text: string) => text.replace(/ies$/i, 'y').replace(/(?<=[^su])s$/i, '');

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

function usual(subject: string): string[] {
  const thing = subject === '' ? 'Main thing' : capitalise(subject);
  return [
    `User > has many > ${thing}`,
    `${thing} > has many > Part`,
    `${thing} > has many > Note`,
    `Category > has many > ${thing}`,
  ];
}
