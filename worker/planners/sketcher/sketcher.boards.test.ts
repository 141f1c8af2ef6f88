import { describe, expect, it } from 'vitest';
import { planFor } from '../../../test/support/sketchedPlan.ts';

type Case = { instruction: string; layout: string; cards: Record<string, string[]> };

const filled: Case[] = [
  {
    instruction: 'put "write docs" in doing and "fix bug" in done on a kanban board',
    layout: 'kanban',
    cards: { Doing: ['Write docs'], Done: ['Fix bug'] },
  },
  {
    instruction: 'kanban board: put write docs and plan trip in to do and fix bug in done',
    layout: 'kanban',
    cards: { 'To do': ['Write docs', 'Plan trip'], Done: ['Fix bug'] },
  },
  {
    instruction: 'Swimlanes: Kunde bestellt, Shop prüft, Lager verpackt, Kunde erhält Ware',
    layout: 'flow',
    cards: { Kunde: ['Bestellt', 'Erhält Ware'], Shop: ['Prüft'], Lager: ['Verpackt'] },
  },
  {
    instruction:
      'Swimlanes: Der Kunde bestellt, der Shop prüft den Bestand, dann verpackt der Versand die Ware',
    layout: 'flow',
    cards: { Kunde: ['Bestellt'], Shop: ['Prüft den Bestand'], Versand: ['Verpackt die Ware'] },
  },
  {
    instruction: 'kanban with columns Ideas, Making, Shipped: write docs in Making, fix bug in Ideas',
    layout: 'kanban',
    cards: { Ideas: ['Fix bug'], Making: ['Write docs'] },
  },
  {
    instruction: 'table with columns name, role, city: Ann, dev, Berlin; Bo, ops, Rome',
    layout: 'grid',
    cards: { Ann: ['Role: dev', 'City: Berlin'], Bo: ['Role: ops', 'City: Rome'] },
  },
  {
    instruction: 'kanban board with cards: write docs in Doing, fix bug in Ideas',
    layout: 'kanban',
    cards: { Ideas: ['Fix bug'], Doing: ['Write docs'] },
  },
  {
    instruction: 'Kanban: Karten: Doku schreiben in Arbeit, Fehler beheben in Ideen',
    layout: 'kanban',
    cards: { Ideen: ['Fehler beheben'], 'In Arbeit': ['Doku schreiben'] },
  },
  {
    instruction: 'kanban: write docs: doing, fix bug: todo',
    layout: 'kanban',
    cards: { 'To do': ['Fix bug'], Doing: ['Write docs'] },
  },
  {
    instruction: 'launch kanban: todo: write copy, book venue; doing: design; done: budget',
    layout: 'kanban',
    cards: { 'To do': ['Write copy', 'Book venue'], Doing: ['Design'], Done: ['Budget'] },
  },
  {
    instruction: 'Backlog: login, search\nIn progress:\n- payments\n- emails\nDone:\n- landing page',
    layout: 'kanban',
    cards: { Backlog: ['Login', 'Search'], 'In progress': ['Payments', 'Emails'], Done: ['Landing page'] },
  },
  {
    instruction: 'Kanban\n## To do\n- [ ] paint\n## Done\n- [x] plaster',
    layout: 'kanban',
    cards: { 'To do': ['Paint'], Done: ['Plaster'] },
  },
  {
    instruction:
      'SWOT of our pricing: strengths: simple, fair; weaknesses: no annual plan; threats: cheaper rivals',
    layout: 'swot',
    cards: { Strengths: ['Simple', 'Fair'], Weaknesses: ['No annual plan'], Threats: ['Cheaper rivals'] },
  },
  {
    instruction:
      'Strengths: fresh bread, location. Weaknesses: small oven. Opportunities: catering. Threats: supermarket.',
    layout: 'swot',
    cards: {
      Strengths: ['Fresh bread', 'Location'],
      Weaknesses: ['Small oven'],
      Opportunities: ['Catering'],
      Threats: ['Supermarket'],
    },
  },
  {
    instruction:
      'SWOT\nStrengths\nfresh bread, location\nWeaknesses\nsmall oven\nOpportunities\nThreats\nrent',
    layout: 'swot',
    cards: { Strengths: ['Fresh bread', 'Location'], Weaknesses: ['Small oven'], Threats: ['Rent'] },
  },
  {
    instruction: 'Sprint board: To do (login), Doing (search), Done (logo)',
    layout: 'kanban',
    cards: { 'To do': ['Login'], Doing: ['Search'], Done: ['Logo'] },
  },
  {
    instruction: 'compare the plans Free and Pro by price and support: Free 0 €, forum; Pro 12 €, phone',
    layout: 'grid',
    cards: { Free: ['Price: 0 €', 'Support: forum'], Pro: ['Price: 12 €', 'Support: phone'] },
  },
  {
    instruction: 'Compare cats and dogs by cost, noise. Cats: low, quiet. Dogs: high, loud',
    layout: 'grid',
    cards: { Cats: ['Cost: low', 'Noise: quiet'], Dogs: ['Cost: high', 'Noise: loud'] },
  },
  {
    instruction: 'pros and cons of remote work: pros: no commute, focus; cons: lonely',
    layout: 'kanban',
    cards: { Pros: ['No commute', 'Focus'], Cons: ['Lonely'] },
  },
  {
    instruction:
      'retrospective: went well: releases, pairing; to improve: slow tests; actions: split the suite',
    layout: 'kanban',
    cards: {
      'Went well': ['Releases', 'Pairing'],
      'To improve': ['Slow tests'],
      Actions: ['Split the suite'],
    },
  },
  {
    instruction: 'compare Postgres and MySQL on price, speed, support',
    layout: 'grid',
    cards: { Postgres: ['Price', 'Speed', 'Support'], MySQL: ['Price', 'Speed', 'Support'] },
  },
  {
    instruction: '| Plan | Price | Seats |\n|---|---|---|\n| Free | 0 | 1 |\n| Team | 20 | 10 |',
    layout: 'grid',
    cards: { Free: ['Price: 0', 'Seats: 1'], Team: ['Price: 20', 'Seats: 10'] },
  },
  {
    instruction: 'Kanban with 3 columns: Backlog, Doing, Done and cards Login, Search',
    layout: 'kanban',
    cards: { Backlog: ['Login', 'Search'] },
  },
];

const teaCards = { 'To do': ['Tea', 'Milk'], Doing: ['Cake'], Done: ['Bread'] };

/** Boards whose first section follows the name of the drawing without a mark, or whose sections do. */
const firstSections: [instruction: string, cards: Record<string, string[]>][] = [
  'kanban To do: tea, milk; Doing: cake; Done: bread',
  'kanban To do: tea, milk\nDoing: cake\nDone: bread',
  'kanban To do: tea, milk, Doing: cake, Done: bread',
  'Kanban board with To do: tea, milk. Doing: cake. Done: bread',
  'draw a kanban with the columns To do: tea, milk; Doing: cake; Done: bread',
  'kanban: To do (tea, milk), Doing (cake), Done (bread)',
  'kanban with columns To do (tea, milk), Doing (cake), Done (bread)',
  'kanban To do [tea, milk] Doing [cake] Done [bread]',
  'kanban To do - tea, milk; Doing - cake; Done - bread',
  'kanban - To do: tea, milk - Doing: cake - Done: bread',
  'kanban To do = tea, milk; Doing = cake; Done = bread',
  'kanban to do: tea, milk doing: cake done: bread',
  'board To do: tea, milk; Doing: cake; Done: bread',
].map((instruction) => [instruction, teaCards]);

const namedFirst: typeof firstSections = [
  ...firstSections,
  ['kanban To do: tea', { 'To do': ['Tea'] }],
  [
    'Kanban-Board mit Offen: Tee, Milch. In Arbeit: Kuchen. Erledigt: Brot',
    { Offen: ['Tee', 'Milch'], 'In Arbeit': ['Kuchen'], Erledigt: ['Brot'] },
  ],
  [
    'Kanban mit Zu tun (Tee, Milch), In Arbeit (Kuchen), Fertig (Brot)',
    { 'Zu tun': ['Tee', 'Milch'], 'In Arbeit': ['Kuchen'], Fertig: ['Brot'] },
  ],
  ['kanban with Kitchen: tea, milk; Shelf: bread', { Kitchen: ['Tea', 'Milk'], Shelf: ['Bread'] }],
  [
    'SWOT with strengths - bread, tea; weaknesses - oven; opportunities - fair; threats - rent',
    { Strengths: ['Bread', 'Tea'], Weaknesses: ['Oven'], Opportunities: ['Fair'], Threats: ['Rent'] },
  ],
];

describe('a board whose first section stands beside its name', () => {
  it.each(namedFirst)('%j', async (instruction, cards) => {
    const plan = await planFor(instruction);
    expect(plan.cards).toEqual(cards);
    expect(plan.frames).toEqual(Object.keys(cards));
  });

  it.each([
    ['Kanban for the bakery: To do: tea; Done: bread', 'Kanban for the bakery'],
    ['Kanban Bakery with To do: tea; Done: bread', 'Kanban Bakery'],
    ['kanban To do: tea; Done: bread', 'Kanban'],
  ])('keeps the title of %j', async (instruction, title) => {
    expect((await planFor(instruction)).header.title).toBe(title);
  });

  it('leaves colons within cards as they are', async () => {
    const plan = await planFor('kanban. To do: ask what Bob is doing: his work; Done: bread');
    expect(plan.frames).toEqual(['To do', 'Done']);
  });
});

describe('a board whose cards are given', () => {
  it.each(filled)('$instruction', async ({ instruction, layout, cards }) => {
    const plan = await planFor(instruction);
    expect(plan.header.layout).toBe(layout);
    expect(plan.cards).toEqual(cards);
  });

  it('gives columns colours of their own', async () => {
    const { objects } = await planFor('kanban: todo: a1; doing: b1; done: c1');
    const colors = objects.flatMap((object) => (object.type === 'node' ? [object.color] : []));
    expect(new Set(colors).size).toBe(3);
  });
});

describe('a board of which the columns are given', () => {
  it.each([
    [
      'Kanban board with columns Backlog, In progress, Review, Done for website relaunch',
      'Kanban board for website relaunch',
      ['Backlog', 'In progress', 'Review', 'Done'],
    ],
    [
      'kanban for a wedding with columns Ideas, Booked, Paid',
      'Kanban for a wedding',
      ['Ideas', 'Booked', 'Paid'],
    ],
    ['kanbn board, colums todo doing done', 'Kanban board', ['To do', 'Doing', 'Done']],
    ['Could you make me a board with three columns: Red, Amber, Green?', 'Board', ['Red', 'Amber', 'Green']],
    ['Tablero con columnas Ideas, En curso y Hecho', 'Tablero', ['Ideas', 'En curso', 'Hecho']],
  ])('%s has these columns, and no cards', async (instruction, title, frames) => {
    const plan = await planFor(instruction);
    expect(plan).toMatchObject({ header: { title, layout: 'kanban' }, frames, texts: [] });
  });
});

describe('a board of which only the name is given', () => {
  it.each([
    ['launch kanban', 'kanban', ['To do', 'Doing', 'Done']],
    ['launch roadmap by quarter', 'timeline', ['Q1', 'Q2', 'Q3', 'Q4']],
  ])('%s of a known subject has typical cards', async (instruction, layout, frames) => {
    const plan = await planFor(instruction);
    expect(plan).toMatchObject({ header: { layout }, frames });
    expect(Object.keys(plan.cards)).toEqual(frames);
  });

  it.each([
    ['roadmap for 2027 by quarter', 'timeline', ['Q1 2027', 'Q2 2027', 'Q3 2027', 'Q4 2027']],
    ['user journey for a banking app', 'kanban', ['Discover', 'Consider', 'Begin', 'Use', 'Recommend']],
    ['kanban of grommets', 'kanban', ['To do', 'Doing', 'Done']],
    ['SWOT of our pricing', 'swot', ['Strengths', 'Weaknesses', 'Opportunities', 'Threats']],
    ['pros and cons of remote work', 'kanban', ['Pros', 'Cons']],
    ['Start, stop, continue', 'kanban', ['Start', 'Stop', 'Continue']],
    ['sprint retrospective', 'kanban', ['Went well', 'To improve', 'Actions']],
    ['Compare React vs Vue vs Svelte', 'grid', ['React', 'Vue', 'Svelte']],
    ['venn diagram of cats and dogs', 'grid', ['Only cats', 'Both cats and dogs', 'Only dogs']],
    ['mad sad glad', 'kanban', ['Mad', 'Sad', 'Glad']],
    ['BCG matrix of our products', 'swot', ['Stars', 'Question marks', 'Cash cows', 'Dogs']],
    [
      'ansoff matrix',
      'swot',
      ['Market penetration', 'Product development', 'Market development', 'Diversification'],
    ],
    ['4Ps of a bakery', 'kanban', ['Product', 'Price', 'Place', 'Promotion']],
    ['RICE prioritisation', 'kanban', ['Reach', 'Impact', 'Confidence', 'Effort']],
    ['sailboat retro', 'swot', ['Wind', 'Anchor', 'Rocks', 'Island']],
    [
      'maslow pyramid',
      'grid',
      ['Self-actualisation', 'Esteem', 'Love and belonging', 'Safety', 'Physiological needs'],
    ],
  ])('%s has its sections, without cards, and says how to fill them', async (instruction, layout, frames) => {
    const plan = await planFor(instruction);
    expect(plan).toMatchObject({ header: { layout }, frames, texts: [] });
    expect(plan.warnings).toEqual([expect.stringMatching(/“.+: .+”/)]);
  });

  it.each(['lean canvas', 'business model canvas', 'value proposition canvas', 'porter’s five forces'])(
    '%s has sections of its own',
    async (instruction) => {
      const plan = await planFor(instruction);
      expect(plan).toMatchObject({ header: { title: expect.stringMatching(new RegExp(instruction, 'i')) } });
      expect(plan.frames.length).toBeGreaterThanOrEqual(5);
      expect(plan.texts).toEqual([]);
    },
  );

  it('sets the Eisenhower matrix two by two', async () => {
    const plan = await planFor('eisenhower matrix');
    expect(plan.header.layout).toBe('swot');
    expect(plan.frames).toHaveLength(4);
    expect(plan.frames[0]).toMatch(/urgent, important/);
  });

  it('gives the four parts of a SWOT their slots', async () => {
    const { objects } = await planFor('SWOT of our pricing');
    const slots = objects.flatMap((object) => (object.type === 'frame' ? [object.slot] : []));
    expect(slots).toEqual(['strengths', 'weaknesses', 'opportunities', 'threats']);
  });
});
