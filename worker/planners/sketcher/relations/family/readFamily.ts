import { titleOf } from '../../instruction/title.ts';
import { PlanBuilder } from '../../plan/planBuilder.ts';
import { hasWords } from '../../text/plain.ts';
import { splitPhrases } from '../../text/sentences.ts';
import { splitList } from '../../text/split.ts';

/** Words for members of a family, by generation, the oldest first. */
const roles = [
  'grand-?(?:ma|pa|mum|mom|dad|mother|father|parents?)|nana|oma|opa|großeltern|großmutter|großvater|grand-?(?:mère|père|s-parents)|abuel[oa]s?',
  'mum|mom|mommy|mother|dad|daddy|father|parents?|mama|papa|mutter|vater|eltern|mère|père|mam[áà]|pap[áà]|madre|padres?',
  'kids?|child(?:ren)?|sons?|daughters?|kind(?:er)?|sohn|söhne|tochter|töchter|enfants?|fils|filles?|hij[oa]s?',
  'grand-?(?:kids?|child(?:ren)?|sons?|daughters?)|enkel(?:in|innen)?|enkelkind(?:er)?|petits-enfants|niet[oa]s?',
] as const;
const ROLE = roles.map((words) => `(${words})`).join('|');
const OWNER = String.raw`(?:(\p{Lu}[\p{L} ]{0,30}?)['’]?s\s+|(her|his|their|seine?|ihre?|ses|sus)\s+|(?:the|our|my|and|und|et|y)\s+)?`;
const LED = new RegExp(`^${OWNER}(?:${ROLE})(?!\\p{L})\\s*([=:]|is|are|named|called)?\\s*(.*)$`, 'isu');
const IN_BRACKETS = new RegExp(`^(\\S[^(]{0,40}?)\\s*\\((?:${ROLE})\\)$`, 'isu');
const TITLE = /^(?:([^:：,;\n]{2,60})[:：]\s+|([^:：,;\n]{2,60})\n)?(.+)$/s;

/** Members of one role. `owner`: whose they are, a pronoun for those of the role before, null where nobody is named. */
type Entry = { generation: number; owner: string | null; members: string[] };
type Person = { text: string; generation: number; parents: readonly Person[] };

/** Draws the members of a family by their roles: "Mum = Sarah, Dad = Pete, kids Lily, Max & Zoe". */
export function readFamily(text: string): PlanBuilder | null {
  const [, head, line, body = ''] = TITLE.exec(text) ?? [];
  const entries = entriesIn(body);
  const people = peopleOf(entries ?? []);
  if (new Set(people.map(({ generation }) => generation)).size < 2) return null;
  const plan = new PlanBuilder(titleOf(head ?? line ?? '') || 'Family', 'flow', 'down');
  const ids = new Map(people.map((person) => [person, plan.node(person.text, {})]));
  const idsOf = (some: readonly Person[]) => some.map((person) => ids.get(person) ?? '');
  const families = Map.groupBy(people, ({ parents }) => parents);
  for (const [parents, children] of families)
    if (parents.length > 0) joinFamily(plan, idsOf(parents), idsOf(children));
  return plan;
}

/** Joins parents and children; of several parents and several children, at a point between them. */
function joinFamily(plan: PlanBuilder, parents: readonly string[], children: readonly string[]): void {
  const isApart = parents.length > 1 && children.length > 1;
  const point = isApart ? [plan.node(null, { shape: 'ellipse', color: 'neutral' })] : parents;
  const pairs = [...(isApart ? pairsOf(parents, point) : []), ...pairsOf(point, children)];
  for (const [from, to] of pairs) plan.edge(from, to, { ends: 'none' });
}

const pairsOf = (some: readonly string[], others: readonly string[]): [string, string][] =>
  some.flatMap((one) => others.map((other): [string, string] => [one, other]));

/** The members that a text names, role by role; null where it begins with something else, or names one role only. */
function entriesIn(text: string): Entry[] | null {
  const entries: Entry[] = [];
  for (const piece of splitPhrases(text)) {
    const entry = entryIn(piece);
    if (entry !== null) entries.push(entry);
    else if (entries.length === 0 || !areNames(splitList(piece), text)) return null;
    else entries.at(-1)?.members.push(...splitList(piece));
  }
  return entries.length < 2 ? null : entries;
}

function entryIn(piece: string): Entry | null {
  const [bracketed, , ...inBrackets] = IN_BRACKETS.exec(piece) ?? [];
  const generationOf = (found: readonly (string | undefined)[]) =>
    found.findIndex((role) => role !== undefined);
  if (bracketed !== undefined)
    return { generation: generationOf(inBrackets), owner: null, members: [bracketed] };
  const [whole, name, pronoun, ...found] = LED.exec(piece) ?? [];
  const [sign, names = ''] = found.splice(roles.length);
  if (whole === undefined || !hasWords(names)) return null;
  const generation = generationOf(found);
  const role = found[generation] ?? '';
  const members = splitList(names);
  if (!areNames(members, piece)) return null;
  const isOne = members.length === 1 && !PLURAL.test(role);
  const text = sign === undefined || !/[=:]/.test(sign) ? `${role} ${names}` : `${role}: ${names}`;
  return { generation, owner: name ?? pronoun ?? null, members: isOne ? [text] : members };
}

const PLURAL = /s$|kinder|children|eltern|söhne|töchter/i;
const NAME = /^\p{Lu}\S*(?: \p{Lu}\S*){0,3}$/u;

/** Whether members are called by names: "mum: cook, kids: clean" are tasks. With "=" any words are names. */
const areNames = (members: readonly string[], text: string): boolean =>
  text.includes('=') || members.every((member) => NAME.test(member));

/** Members with their parents: whose they are, or all of the generation before; one of two parents has own parents. */
function peopleOf(entries: readonly Entry[]): Person[] {
  const people: Person[] = [];
  for (const { generation, owner, members } of entries) {
    const owners = owner === null ? [] : ownersOf(owner, people);
    const [first] = owners;
    for (const text of members)
      people.push({
        text,
        generation: first === undefined ? generation : first.generation + 1,
        parents: owners,
      });
  }
  const generations = [...new Set(people.map(({ generation }) => generation))].sort((a, b) => a - b);
  for (const [at, generation] of generations.entries()) {
    const above = people.filter((person) => person.generation === generations[at - 1]);
    const born = people.filter((person) => person.generation === generation && person.parents.length === 0);
    for (const person of generation === PARENTS ? born.slice(0, 1) : born) person.parents = above;
  }
  return people;
}

const PARENTS = 1;

const PLURAL_OWNER = /^(?:their|ihre|ses|sus)$/;

function ownersOf(owner: string, people: readonly Person[]): Person[] {
  const last = people.at(-1);
  if (PLURAL_OWNER.test(owner)) return people.filter(({ generation }) => generation === last?.generation);
  if (/^\p{Ll}/u.test(owner)) return people.slice(-1);
  return people.filter(({ text }) => text.split(' ').includes(owner)).slice(0, 1);
}
