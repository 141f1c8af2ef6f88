import { describe, expect, it } from 'vitest';
import { planFor } from '../../../test/support/sketchedPlan.ts';

/** What people really type, and what of it must be on the canvas. */
type Case = [instruction: string, layout: string, title: string, ...texts: string[]];

const cases: Case[] = [
  ['draw our hiring process', 'flow', 'Our hiring process', 'Hold interviews', 'Good match?'],
  ['pros and cons of remote work', 'kanban', 'Pros and cons of remote work', 'Pros', 'Cons'],
  ['Pro und Contra Homeoffice', 'kanban', 'Pro und Contra Homeoffice', 'Pros', 'Cons'],
  [
    'What are the advantages and disadvantages of electric cars',
    'kanban',
    'Advantages and disadvantages of electric cars',
    'Pros',
    'Cons',
  ],
  ['retro board', 'kanban', 'Retro board', 'Went well'],
  ['swot', 'swot', 'SWOT', 'Strengths', 'Threats'],
  [
    'user story map for a bike rental app',
    'kanban',
    'User story map for a bike rental app',
    'Activities',
    'First release',
  ],
  ['weekly meal plan', 'kanban', 'Weekly meal plan', 'Monday', 'Sunday'],
  ['OKRs for the marketing team', 'kanban', 'OKRs for the marketing team', 'First objective'],
  ['stakeholder map', 'swot', 'Stakeholder map', 'Manage closely: much power, much interest'],
  ['fishbone diagram of late deliveries', 'grid', 'Fishbone diagram of late deliveries', 'Equipment'],
  [
    'venn diagram of cats and dogs',
    'grid',
    'Venn diagram of cats and dogs',
    'Only cats',
    'Both cats and dogs',
  ],
  ['database schema for a blog', 'flow', 'Database schema for a blog', 'Post', 'Comment'],
  ['sequence: user logs in', 'flow', 'Sequence: user logs in', 'Credentials valid?'],
  [
    'decision tree: should I buy a house?',
    'flow',
    'Decision tree: should I buy a house?',
    'Should I buy a house?',
    'Outcome 1',
  ],
  ['5 whys: the server crashed', 'flow', '5 whys: the server crashed', 'The server crashed', '5. Why?'],
  [
    'system architecture with web app, API, worker and PostgreSQL',
    'flow',
    'System architecture',
    'Web app',
    'PostgreSQL',
  ],
  [
    'business process for returning goods in swimlanes: customer, warehouse, finance',
    'flow',
    'Business process for returning goods in swimlanes',
    'Customer',
    'Finance',
  ],
  ['plz make me a flowchrt of user regsitration', 'flow', 'Flowchart of user registration', 'Verify email'],
  [
    'Sprint planning board with backlog, in progress, review, done',
    'kanban',
    'Sprint planning board',
    'Review',
  ],
  ['- [ ] write tests\n- [x] fix bug\n- [ ] deploy', 'kanban', 'Tasks', 'write tests', 'fix bug'],
  ['to do', 'kanban', 'To do', 'Doing'],
  ['Name\tPrice\tStock\nApples\t1.20\t40\nPears\t2.10\t12', 'grid', 'Table', 'Apples', 'Price: 2.10'],
  ['Task;Owner;Due\nDesign;Anna;Mon\nBuild;Ben;Tue', 'grid', 'Table', 'Design', 'Owner: Ben'],
  ['agenda for Monday: 9:00 standup, 14:00 retro', 'timeline', 'Agenda for Monday', '14:00: Retro'],
  ['timeline of world war 2', 'timeline', 'Timeline of world war 2', 'Event 1'],
  [
    'Create a project plan for a website redesign with phases research, design and launch',
    'timeline',
    'Project plan for a website redesign',
    'Research',
  ],
  [
    'process map for handling customer complaints, vertical',
    'flow',
    'Process map for handling customer complaints',
    'Problem solved?',
  ],
  [
    'data is collected by the web app, then validated, stored in the database, and finally sent to analytics',
    'flow',
    'Data is collected by the web app → Data is sent to analytics',
    'Data is validated',
  ],
  [
    'user logs in, system checks password, if wrong show error, if ok open dashboard',
    'flow',
    'User logs in → Open dashboard',
    'Wrong?',
    'Show error',
  ],
  [
    'Wenn die Zahlung fehlschlägt, Kunden informieren; sonst Ware versenden',
    'flow',
    'Ware versenden',
    'Zahlung fehlschlägt?',
  ],
  [
    'Mapa mental sobre energía renovable: solar, eólica',
    'mindmap',
    'Mapa mental sobre energía renovable',
    'Energía renovable',
  ],
  ['Créer un organigramme: PDG, directeur technique', 'tree', 'Organigramme', 'PDG'],
  ['1. Plan\n   1.1 Budget\n2. Build\n   2.1 Code\n3. Ship', 'kanban', 'Plan, Build, Ship', 'Budget', 'Ship'],
  [
    'Because of the rain we stayed. The sun came late.',
    'mindmap',
    'Because of the rain we stayed',
    'The sun came late',
  ],
  ['dogs', 'mindmap', 'Dogs', 'Dogs'],
  [
    'Draw a flow chart.\nStart with "Order comes in".\nThen "Check address".\nEnd with "Hand over".',
    'flow',
    'Order comes in → Hand over',
    'Order comes in',
    'Hand over',
  ],
  ['{"name":"Ada","skills":["maths"]}', 'mindmap', 'Ada', 'Ada', 'skills', 'maths'],
  [
    'Dear team, thanks for today! As agreed, Julia will prepare the budget, and I will write to all. We need a venue. Our next call is on Monday. Best, Cy',
    'grid',
    'Julia will prepare the…, I will write to all, We need a venue, …',
    'Julia will prepare the budget',
    'I will write to all',
    'Our next call is on Monday',
  ],
  ['Kickoff May 3, Build May 10, Launch June 1', 'timeline', 'Timeline', 'May 10: Build'],
  ['Zeitplan: Kickoff 3. – 5. Mai, Abnahme 1. Juni', 'timeline', 'Zeitplan', '3. – 5. Mai: Kickoff'],
  ['timeline: design on May 3, build on May 9 and launch on June 1', 'timeline', 'Timeline', 'May 9: Build'],
  ['Week 1 research, week 2-3 design, week 4-6 build', 'timeline', 'Timeline', 'Week 2-3: Design'],
];

describe('what people type', () => {
  it.each(cases)('%j is drawn as a %s', async (instruction, layout, title, ...texts) => {
    const plan = await planFor(instruction);
    expect(plan.header).toMatchObject({ layout, title });
    expect([...plan.frames, ...plan.texts]).toEqual(expect.arrayContaining(texts));
    expect(plan.frames.length + plan.texts.length).toBeGreaterThan(0);
  });

  it.each([
    ['hi', 'Hi'],
    ['hey there', 'Hey there'],
    ['draw a cat', 'Cat'],
    ['make a diagram', 'Diagram'],
    ["ideas for mum's 60th birthday", "Ideas for mum's 60th birthday"],
    ['ideas for a team event', 'Ideas for a team event'],
    ['draw the water cycle', 'Water cycle'],
  ])('%j, in which nothing is told, is one shape, and an example of what to write', async (text, shown) => {
    expect(await planFor(text)).toMatchObject({
      texts: [shown],
      warnings: [expect.stringMatching(/“.+: .+”/)],
    });
  });

  it.each([
    ['org chart', ['', '', '', '']],
    ['family tree', ['', '', '', '']],
    ['database schema', ['Entity 1', 'Entity 2', 'Entity 3']],
    ['system architecture', ['Part 1', 'Part 2', 'Part 3']],
    ['swimlanes', ['Step 1', 'Step 2', 'Step 3']],
  ])('%j invents nothing, and says how to fill it', async (text, texts) => {
    expect(await planFor(text)).toMatchObject({ texts, warnings: [expect.stringMatching(/“.+”/)] });
  });

  it('reads who has what in a data model, once', async () => {
    const { edges } = await planFor(
      'ER diagram: User has many Posts, each Post has one Category, Comment belongs to User, users have comments',
    );
    expect(edges).toEqual([
      'User -has many-> Post',
      'Post -has one-> Category',
      'Comment -belongs to-> User',
    ]);
  });

  it('joins the opposite of a condition to its other side', async () => {
    const { edges } = await planFor('check password, if wrong show error, if ok open dashboard');
    expect(edges).toEqual(
      expect.arrayContaining(['Wrong? -Yes-> Show error', 'Wrong? -No-> Open dashboard']),
    );
  });

  it('gives everybody who does something a lane', async () => {
    const { frames, texts } = await planFor(
      'Swimlanes: Customer places order, Sales checks credit, Warehouse ships, Customer pays',
    );
    expect([frames, texts]).toEqual([
      ['Customer', 'Sales', 'Warehouse'],
      ['Place order', 'Check credit', 'Ship', 'Pay'],
    ]);
  });

  it('puts the steps of swimlanes into them', async () => {
    const { cards, edges } = await planFor('swimlanes: Customer: order, pay; Shop: pack, ship');
    expect(cards).toEqual({ Customer: ['Order', 'Pay'], Shop: ['Pack', 'Ship'] });
    expect(edges).toEqual(['Order -> Pay', 'Pay -> Pack', 'Pack -> Ship']);
  });

  it('gives the ways out of a state that nobody wants their colour', async () => {
    const { objects } = await planFor('state machine of an order: new, paid, cancelled');
    const colors = objects.flatMap((object) => (object.type === 'node' ? [[object.text, object.color]] : []));
    expect(Object.fromEntries(colors)).toMatchObject({ Paid: 'blue', Cancelled: 'red' });
  });

  it('leads causes to their effect', async () => {
    expect(await planFor('Cause and effect: delay because of snow, strikes')).toMatchObject({
      texts: ['Delay', 'Snow', 'Strikes'],
      edges: ['Snow -> Delay', 'Strikes -> Delay'],
    });
    const { edges } = await planFor('fishbone diagram of delays: people: training; machines: old vans');
    expect(edges).toEqual(expect.arrayContaining(['People -> Delays', 'Training -> People']));
  });

  it('gives names of colours in a list their colours', async () => {
    const { objects } = await planFor('colours: red, green');
    expect(objects).toMatchObject([{}, { color: 'red' }, { color: 'green' }]);
  });

  it.each(['vertical', 'top to bottom'])('%s is no step', async (direction) => {
    const plan = await planFor(`flow: pack, ship, ${direction}`);
    expect(plan.header.direction).toBe('down');
    expect(plan.texts).not.toContain(direction);
  });
});
