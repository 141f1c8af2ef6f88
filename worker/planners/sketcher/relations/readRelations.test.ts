import { expect, test } from 'vitest';
import { readByWords } from '../../../../test/support/sketchedPlan.ts';
import { readRelations } from './readRelations.ts';

const read = (text: string) => readByWords(readRelations(text), text);

test.each([
  ['A -> B -> C; B -> D', ['A -> B', 'B -> C', 'B -> D']],
  ['A <- B', ['B -> A']],
  ['A <-> B', ['A <-> B']],
  ['A -- B -- C', ['A -- B', 'B -- C']],
  ['A → B ⇒ C –> D ＝＞ E', ['A -> B', 'B -> C', 'C -> D', 'D -> E']],
  ['Home > Shop > Cart', ['Home -> Shop', 'Shop -> Cart']],
  ['a->b->a', ['A -> B', 'B -> A']],
  ['A -> B, C\nC -> D', ['A -> B', 'A -> C', 'C -> D']],
  ['A -> B: x, y, C -> D: z', ['A -x, y-> B', 'C -z-> D']],
  ['A, B, and C -> D', ['A -> D', 'B -> D', 'C -> D']],
  ['(A, B) -> C', ['A -> C', 'B -> C']],
  ['Mouse -> Fox and Owl; Fox -> Wolf', ['Mouse -> Fox', 'Mouse -> Owl', 'Fox -> Wolf']],
  ['A\n-> B\n-> C', ['A -> B', 'B -> C']],
  ['A\n↓\nB\n↓\nC', ['A -> B', 'B -> C']],
  ['1. A -> B\n2. B -> C', ['A -> B', 'B -> C']],
  ['state machine: new -> paid -> cancelled on refund', ['New -> Paid', 'Paid -on refund-> Cancelled']],
  ['state machine: idle -> on hold -> off when empty', ['Idle -> On hold', 'On hold -when empty-> Off']],
  [
    'Ticket: neu -> in Arbeit -> erledigt, in Arbeit -> neu bei Rückfrage',
    ['Neu -> In Arbeit', 'In Arbeit -> Erledigt', 'In Arbeit -bei Rückfrage-> Neu'],
  ],
  ['write -> publish on Monday', ['Write -> Publish on Monday']],
  ['browser -> api -> db, api also uses redis', ['Browser -> Api', 'Api -> Db', 'Api -uses-> Redis']],
  ['browser -> api -> db, cache between api and db', ['Browser -> Api', 'Api -> Cache', 'Cache -> Db']],
])('%j has exactly the arrows that were typed', (text, edges) => {
  expect(read(text).edges).toEqual(edges);
});

test.each([
  ['A -yes-> B', 'A -yes-> B'],
  ['A -- yes --> B', 'A -yes-> B'],
  ['A -(yes)-> B', 'A -yes-> B'],
  ['A -->|yes| B', 'A -yes-> B'],
  ['A -> B: yes', 'A -yes-> B'],
  ['A -> B： yes', 'A -yes-> B'],
  ['Browser -> Server: GET /cart, cookies', 'Browser -GET /cart, cookies-> Server'],
  ['close: A -> B, open: B -> A', 'A -close-> B'],
  ['A -> B when ready; B -> C', 'A -when ready-> B'],
  ['A -> B (2 days); B -> C', 'A -2 days-> B'],
])('%j has a label', (text, edge) => {
  expect(read(text).edges).toContain(edge);
});

test.each([
  'In stock? (yes) -> Ship; In stock? (no) -> Order',
  'In stock? yes -> Ship; no -> Order',
  'In stock? -> yes -> Ship\nIn stock? -> no -> Order',
  'In stock? -> Ship (yes), Order (no)',
  'In stock? -> yes: Ship, no: Order',
  'In stock?\nyes -> Ship\nno -> Order',
  'A{In stock?} -->|yes| B[Ship]\nA -->|no| C[Order]',
])('%j is a question with two answers', (text) => {
  const { shapes, edges } = read(text);
  expect(shapes).toEqual(['<In stock?>', 'Ship', 'Order']);
  expect(edges).toEqual(['In stock? -yes-> Ship', 'In stock? -no-> Order']);
});

test.each([
  ['Draft (v1) -> Review (legal) -> Sign-off [CEO]', ['Draft (v1)', 'Review (legal)', 'Sign-off [CEO]']],
  ['ABC-123 -> Pick-up -> X-ray', ['ABC-123', 'Pick-up', 'X-ray']],
  ['R & D -> Sales and marketing -> V2.0', ['R & D', 'Sales and marketing', 'V2.0']],
  ['"Confirm, then wait" -> "Go"', ['Confirm, then wait', 'Go']],
  ['User: buy -> Shop: check -> Bank: pay', ['User: buy', 'Shop: check', 'Bank: pay']],
])('names of %j stay as they were typed', (text, names) => {
  expect(read(text).texts).toEqual(names);
});

test.each([
  ['Release: build -> test -> ship', 'Release', 3],
  ['Release train\n\nbuild -> test', 'Release train', 2],
  ['Please draw the login flow: A -> B', 'Login flow', 2],
  ['AWS setup with Web -> Database', 'AWS setup', 2],
  ['draw A -> B -> C. no wait, A -> C', 'A → C', 2],
])('%j has the title %j, and nothing else beside its names', (text, title, count) => {
  const plan = read(text);
  expect(plan.title).toBe(title);
  expect(plan.texts).toHaveLength(count);
});

test.each([
  ['A -> B, C -> B', 'A'],
  ['A <-> B', 'A'],
  ['A -> B -> C, B -> B', 'A → C'],
])('an untitled %j is called %j', (text, title) => {
  expect(read(text).title).toBe(title);
});

test('text around the arrows is kept as notes', () => {
  const plan = read('We met Jana.\n\nmail -> inbox -> triage\n\nTriage is slow.');
  expect(plan.texts).toEqual(['Mail', 'Inbox', 'Triage', 'We met Jana', 'Triage is slow']);
});

test('chains with names of their own are regions, unless they share boxes', () => {
  expect(read('Flow A: x -> y -> z. Flow B: u -> v').cards).toEqual({
    'Flow A': ['X', 'Y', 'Z'],
    'Flow B': ['U', 'V'],
  });
  expect(read('Good: x -> y -> z. Bad: y -> x -> w').edges).toContain('Y -Bad-> X');
});

test.each([
  'We moved a lot of things around, and in the end one of us renamed a -> b, which took all of the time that was left before lunch on that day in May, so that nobody had the time for anything else.',
  'buy milk\nrename a -> b\ncall mom\npay bills\nwalk dog',
  'kanban: todo -> a, b',
  'if paid -> ship, otherwise -> cancel',
  'a total of > 5 boxes',
])('%j has no relations', (text) => {
  expect(readRelations(text)).toBeNull();
});

test('keeps shortened words in names where full stops stand before arrows', () => {
  expect(read('req -> appr. mgr -> inv. -> pmt').texts).toEqual(['Req', 'Appr. mgr', 'Inv', 'Pmt']);
  expect(read('order -> pay. ship -> done').edges).toEqual(['Order -> Pay', 'Ship -> Done']);
});

test('lines in which speakers answer are a sequence, with messages as they were typed', () => {
  expect(
    read('Ann -> Bob: Hi! Are you in?\nBob -> Ann: Yes, why; bad news?\nAnn -> Bob: fine, thanks'),
  ).toMatchObject({
    layout: 'sequence',
    edges: ['Ann -Hi! Are you in?-> Bob', 'Bob -Yes, why; bad news?-> Ann', 'Ann -fine, thanks-> Bob'],
  });
});

test('names between dashes are a chain, and several ones that share a name', () => {
  expect(read('Frontend - Backend - Database').edges).toEqual(['Frontend -- Backend', 'Backend -- Database']);
  expect(read('A - B - C\nB - D').edges).toEqual(['A -- B', 'B -- C', 'B -- D']);
  expect(readRelations('Ann - Berlin - nurse\nBob - Rome - cook')).toBeNull();
  expect(readRelations('Party - 9 pm - bring drinks')).toBeNull();
});

test('states that lead back to one another are no speakers', () => {
  expect(read('Draft -> Review: submit\nReview -> Draft: reject').layout).toBe('flow');
});
