import { describe, expect, it } from 'vitest';
import type { PlanObject } from '../../../src/canvas/model/plan.ts';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { planFor } from '../../../test/support/sketchedPlan.ts';

const canvas = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Enter email', shape: 'RECTANGLE', parent: null },
  { id: 's3', kind: 'SHAPE', text: 'Verify email', shape: 'RECTANGLE', parent: null },
  { id: 's4', kind: 'SHAPE', text: 'Choose a plan', shape: 'RECTANGLE', parent: null },
  { id: 's5', kind: 'SHAPE', text: 'Budget', shape: 'STICKY', parent: null },
  { id: 'f1', kind: 'FRAME', text: 'Done', parent: null },
  { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
  { id: 'c2', kind: 'CONNECTOR', text: 'ok', from: 's2', to: 's3' },
  { id: 'c3', kind: 'CONNECTOR', text: null, from: 's3', to: 's4' },
]);

type Case = { instruction: string; changes?: string[]; texts?: string[]; edges?: string[] };

const cases: Case[] = [
  {
    instruction: 'add "accept the terms" after verify email',
    changes: ['delete c3'],
    texts: ['Accept the terms'],
    edges: ['Verify email -> Accept the terms', 'Accept the terms -> Choose a plan'],
  },
  {
    instruction:
      'after verify email go to budget and add "Pay" between verify email and budget, then connect pay to start',
    texts: ['Pay'],
    edges: ['Verify email -> Pay', 'Pay -> Budget', 'Pay -> Start'],
  },
  {
    instruction: 'after verify email comes Mail and remove choose a plan',
    changes: ['delete c3', 'delete s4'],
    texts: ['Mail'],
    edges: ['Verify email -> Mail'],
  },
  {
    instruction: 'after verify email we peel and remove the core',
    changes: ['delete c3'],
    texts: ['Peel and remove the core'],
    edges: ['Verify email -> Peel and remove the core', 'Peel and remove the core -> Choose a plan'],
  },
  {
    instruction: 'add a step called Captcha before enter email',
    changes: ['delete c1'],
    texts: ['Captcha'],
    edges: ['Start -> Captcha', 'Captcha -> Enter email'],
  },
  {
    instruction: 'insert Captcha between enter email and verify email',
    changes: ['delete c2'],
    texts: ['Captcha'],
    edges: ['Enter email -ok-> Captcha', 'Captcha -> Verify email'],
  },
  {
    instruction: 'add Billing, Invoice and Receipt',
    texts: ['Billing', 'Invoice', 'Receipt'],
    edges: ['Choose a plan -> Billing', 'Billing -> Invoice', 'Invoice -> Receipt'],
  },
  { instruction: 'rename choose plan to Pick a plan', changes: ['update s4 Pick a plan'] },
  { instruction: 'rename choose plan to Call Dr. Smith', changes: ['update s4 Call Dr. Smith'] },
  {
    instruction: 'remove verify email',
    changes: ['delete c2', 'delete c3', 'delete s3'],
    edges: ['Enter email -ok-> Choose a plan'],
  },
  { instruction: 'connect start to choose a plan labelled skip', edges: ['Start -skip-> Choose a plan'] },
  {
    instruction: 'make the verification red and rename start to Begin',
    changes: ['update s1 Begin', 'update s3 red'],
  },
  { instruction: 'change the colour of start to purple', changes: ['update s1 purple'] },
  { instruction: 'Remove the arrow between start and enter email.', changes: ['delete c1'] },
  { instruction: 'move budget to done', changes: ['update s5 in f1'] },
  {
    instruction: 'Add a decision "Paid?" after choose a plan; make budget green',
    changes: ['update s5 green'],
    texts: ['Paid?'],
    edges: ['Choose a plan -> Paid?'],
  },
  {
    instruction: 'please add \'to and fro, before or after\' before "Verify email"',
    changes: ['delete c2'],
    texts: ['To and fro, before or after'],
    edges: ['Enter email -ok-> To and fro, before or after', 'To and fro, before or after -> Verify email'],
  },
  {
    instruction: 'connect start to verify email and choose a plan',
    edges: ['Start -> Verify email', 'Start -> Choose a plan'],
  },
  { instruction: 'disconnect start from enter email', changes: ['delete c1'] },
  { instruction: 'disconnect enter email', changes: ['delete c1', 'delete c2'] },
  { instruction: 'label the arrow from start to enter email as "go"', changes: ['update c1 go'] },
  {
    instruction: 'swap start and budget',
    changes: ['update s1 Budget sticky', 'update s5 Start ellipse'],
  },
  {
    instruction: 'move verify email after choose a plan',
    changes: ['delete c2', 'delete c3'],
    edges: ['Enter email -ok-> Choose a plan', 'Choose a plan -> Verify email'],
  },
  {
    instruction: 'move choose a plan before enter email',
    changes: ['delete c1', 'delete c3'],
    edges: ['Start -> Choose a plan', 'Choose a plan -> Enter email'],
  },
  {
    instruction:
      'Rename start to Begin, delete budget; connect enter email to choose a plan labelled "skip" and then make verify email red.',
    changes: ['delete s5', 'update s1 Begin', 'update s3 red'],
    edges: ['Enter email -skip-> Choose a plan'],
  },
  {
    instruction: 'add a step "Pay" after choose a plan and connect it to start labelled "again"',
    texts: ['Pay'],
    edges: ['Choose a plan -> Pay', 'Pay -again-> Start'],
  },
  {
    instruction: 'add Audit; connect verify email to audit',
    texts: ['Audit'],
    edges: ['Verify email -> Audit'],
  },
  { instruction: 'rename start to Begin and make it red', changes: ['update s1 Begin red'] },
  { instruction: 'mark budget as done', changes: ['update s5 in f1'] },
  { instruction: 'make all notes pink', changes: ['update s5 pink'] },
  { instruction: 'RENAME “BUDGET” TO “Money”', changes: ['update s5 Money'] },
];

const board = plannerCanvas(
  [
    { id: 'f1', kind: 'FRAME', text: 'To do', parent: null },
    { id: 'f2', kind: 'FRAME', text: 'In progress', parent: null },
    { id: 's3', kind: 'SHAPE', text: 'Write post', shape: 'STICKY', parent: 'f1' },
    { id: 's4', kind: 'SHAPE', text: 'Test sign-up', shape: 'STICKY', parent: 'f1' },
    { id: 's5', kind: 'SHAPE', text: 'Brief support', shape: 'STICKY', parent: 'f2' },
  ],
  {
    context: [{ id: 's9', kind: 'SHAPE', text: 'Elsewhere', shape: 'RECTANGLE', parent: null, locked: true }],
  },
);

/** What a plan does to cards and regions: "card in region at place", and what is changed. */
async function onBoard(instruction: string) {
  const { objects, warnings, edges } = await planFor(instruction, board);
  const done = objects.flatMap((object) => {
    if (object.type === 'node') return [`${object.text} in ${object.parent} at ${object.order}`];
    if (object.type === 'frame') return [`region ${object.title}`];
    if (object.type === 'delete') return [`delete ${object.target}`];
    return object.type === 'update' ? [wordsOf(object)] : [];
  });
  return { done, warnings, edges };
}

function wordsOf({ target, text, color, parent, shape }: Extract<PlanObject, { type: 'update' }>): string {
  const place = parent === null ? null : `in ${parent}`;
  return ['update', target, text, color, shape, place].filter((word) => word != null).join(' ');
}

describe('changes of a board', () => {
  it.each<[instruction: string, ...done: string[]]>([
    ['add Press kit to To do', 'Press kit in f1 at 2'],
    ['add a card called "Press kit" to the todo column', 'Press kit in f1 at 2'],
    ['add two cards to In progress: Film demo, Cut demo', 'Film demo in f2 at 1', 'Cut demo in f2 at 2'],
    ['add Check links after write post', 'Check links in f1 at 1'],
    ['insert Check links before test sign-up', 'Check links in f1 at 1'],
    ['add a column called Blocked', 'region Blocked'],
    ['add column "Done" and move brief support to in progress', 'region Done'],
    ['move write post to in progress', 'update s3 in f2'],
    ['move write post and test sign-up into In progress', 'update s3 in f2', 'update s4 in f2'],
    ['move all cards in to do to in progress', 'update s3 in f2', 'update s4 in f2'],
    ['move write post after brief support', 'update s3 in f2'],
    ['delete all cards in to do', 'delete s3', 'delete s4'],
    ['mark write post as done', 'update s3 green'],
    ['write post is closed', 'update s3 green'],
    ['make all columns purple', 'update f1 purple', 'update f2 purple'],
    ['add a red note "Legal?" to in progress', 'Legal? in f2 at 1'],
  ])('%s', async (instruction, ...done) => {
    expect((await onBoard(instruction)).done).toEqual(done);
  });

  it('says what a name was taken for that was guessed', async () => {
    const { done, warnings } = await onBoard('make wrtie psot red');
    expect(done).toEqual(['update s3 red']);
    expect(warnings).toEqual(['“wrtie psot” was read as “Write post”.']);
  });

  it('says what there is when a name means none of it', async () => {
    const { done, warnings } = await onBoard('make write post red and delete the dragon');
    expect(done).toEqual(['update s3 red']);
    expect(warnings).toEqual([
      'Nothing on the canvas matches “the dragon”. There is “To do”, “Elsewhere”, “Write post”, “In progress”, “Test sign-up” and “Brief support”.',
    ]);
  });

  it('names what is there when a place is not', async () => {
    await expect(onBoard('move write post to nirvana')).rejects.toThrow(
      'Nothing on the canvas matches “nirvana”.',
    );
  });

  it('says that a card is where it is to go', async () => {
    await expect(onBoard('move write post to to do')).rejects.toThrow('“Write post” is already in “To do”.');
  });

  it('joins what may not be changed, and does not change it', async () => {
    expect((await onBoard('connect write post to elsewhere')).edges).toEqual(['Write post -> ?']);
    await expect(onBoard('delete elsewhere')).rejects.toThrow(
      '“Elsewhere” is locked. Unlock it to change it.',
    );
  });

  describe('with two cards of the same name', () => {
    const again = board.objects
      .filter(({ id }) => id === 's3')
      .map((card) => ({ ...card, id: 's6', parent: 'f2' }));
    const twice = { ...board, objects: [...board.objects, ...again] };
    const updates = async (instruction: string) =>
      (await planFor(instruction, twice)).objects.map((object) =>
        object.type === 'update' ? object.target : object.type,
      );

    it('asks which one is meant', async () => {
      await expect(planFor('make write post red', twice)).rejects.toThrow(
        '“Write post” is there 2 times: in “To do”, in “In progress”. Name its column, or use “the first …” or “all …”.',
      );
    });

    it.each([
      ['make write post in In progress red', ['s6']],
      ['make the first write post red', ['s3']],
      ['make all write post red', ['s3', 's6']],
    ])('understands %j', async (instruction, targets) => {
      expect(await updates(instruction)).toEqual(targets);
    });
  });

  it('says what of an instruction it did not understand, and does the rest', async () => {
    const { done, warnings } = await onBoard('Make write post red. Sprinkle some magic on top.');
    expect(done).toEqual(['update s3 red']);
    expect(warnings).toEqual(['This change was not understood: “Sprinkle some magic on top.”.']);
  });
});

describe('changes of a canvas', () => {
  it.each(cases)('$instruction', async ({ instruction, changes = [], texts = [], edges = [] }) => {
    const plan = await planFor(instruction, canvas);
    const made = plan.objects.flatMap((object) => {
      if (object.type === 'delete') return [`delete ${object.target}`];
      return object.type === 'update' ? [wordsOf(object)] : [];
    });
    expect(made).toEqual(changes);
    expect(plan.texts).toEqual(texts);
    expect(plan.edges).toEqual(edges);
    expect(plan.warnings).toEqual([]);
  });

  it('puts cards into a region that is on the canvas', async () => {
    expect((await planFor('add invoice to Done', canvas)).cards).toEqual({ Done: ['Invoice'] });
  });

  it('hangs additions on the middle of a mind map', async () => {
    const map = plannerCanvas([
      ...['Food', 'Fruit', 'Bread'].map(
        (text, at) => ({ id: `s${at}`, kind: 'SHAPE', text, shape: 'RECTANGLE', parent: null }) as const,
      ),
      { id: 'c1', kind: 'CONNECTOR', text: null, from: 's0', to: 's1', ends: 'none' },
      { id: 'c2', kind: 'CONNECTOR', text: null, from: 's0', to: 's2', ends: 'none' },
    ]);
    expect((await planFor('add cheese', map)).edges).toEqual(['Food -- Cheese']);
  });

  it('removes everything without joining what is gone', async () => {
    const plan = await planFor('remove everything', canvas);
    expect(plan.objects.filter((object) => object.type === 'delete')).toHaveLength(canvas.objects.length);
    expect(plan.edges).toEqual([]);
  });

  it.each([
    ['names nothing on the canvas', 'remove the unicorns', /“the unicorns”.*There is “/],
    ['is to go where nothing is', 'add Trainer after Unicorn', /matches “Unicorn”/],
    ['is no change', 'thanks, looks great!', /not understood.*Examples of what works: add Approval after/],
    ['is a wish for its looks', 'make it pop', /not understood/],
    ['is a wish for a size', 'make Verify email bigger', /can’t change sizes/],
    ['is a list in one line', 'summer, autumn, winter', /not understood/],
  ])('refuses what %s', async (_what, instruction, reason) => {
    await expect(planFor(instruction, canvas)).rejects.toMatchObject({
      code: 'INSTRUCTION_NOT_UNDERSTOOD',
      retryable: false,
      message: expect.stringMatching(reason),
    });
  });

  it('refuses to change what is locked, also where everything is', async () => {
    const locked = plannerCanvas([], {
      context: canvas.objects.map((object) => ({ ...object, locked: true })),
    });
    await expect(planFor('delete everything', locked)).rejects.toThrow(/Examples of what works/);
    const [first] = canvas.objects;
    await expect(planFor(`delete ${first?.text}`, locked)).rejects.toThrow(/locked/);
  });

  it('leaves the name of the canvas as it is', async () => {
    expect((await planFor('make all cards green', canvas)).header.title).toBe('');
  });

  it('draws a whole diagram beside what is there when one is asked for', async () => {
    const plan = await planFor('Add a SWOT of pricing', canvas);
    expect(plan.header.layout).toBe('swot');
    expect(plan.frames).toHaveLength(4);
  });

  it.each(['Summer -> Autumn -> Winter', '- Summer\n- Autumn\n- Winter'])(
    'draws %j as new objects',
    async (text) => {
      const plan = await planFor(text, canvas);
      expect(plan.texts).toEqual(expect.arrayContaining(['Summer', 'Autumn', 'Winter']));
    },
  );
});

/** A sequence diagram as the layout draws it: participants, their bars, and dashed lines down to these. */
const sequence = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'User', shape: 'ELLIPSE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Shop', shape: 'RECTANGLE', parent: null },
  ...['s3', 's4', 's5', 's6'].map(
    (id) => ({ id, kind: 'SHAPE', text: '', shape: 'RECTANGLE', parent: null }) as const,
  ),
  ...[
    ['s1', 's3'],
    ['s3', 's4'],
    ['s2', 's5'],
    ['s5', 's6'],
  ].map(
    ([from = '', to = ''], at) =>
      ({ id: `l${at}`, kind: 'CONNECTOR', text: null, from, to, style: 'dashed', ends: 'none' }) as const,
  ),
  { id: 'c1', kind: 'CONNECTOR', text: 'order', from: 's3', to: 's5' },
  { id: 'c2', kind: 'CONNECTOR', text: 'receipt', from: 's5', to: 's3', style: 'dashed' },
]);

describe('a sequence diagram', () => {
  it.each([
    ['add a participant Cache', 'Cache', 2],
    ['add an actor Clerk between User and Shop', 'Clerk', 1],
    ['add a participant Cache before User', 'Cache', 0],
    ['füge einen Teilnehmer Cache nach User hinzu', 'Cache', 1],
  ])('%s', async (instruction, name, order) => {
    const plan = await planFor(instruction, sequence);
    expect(plan.header.layout).toBe('sequence');
    expect(plan.objects).toMatchObject([{ type: 'node', text: name, order }]);
  });

  it.each([
    [
      'add a participant Cache and connect Shop to Cache labelled look up',
      ['Cache'],
      'Shop -look up-> Cache',
    ],
    ['Shop asks the Bank for money', ['Bank'], 'Shop -asks for money-> Bank'],
    ['User -> Shop: cancel', [], 'User -cancel-> Shop'],
    ['add a message "remind" from Shop to User', [], 'Shop -remind-> User'],
    ['connect Shop to User labelled remind', [], 'Shop -remind-> User'],
  ])('%s', async (instruction, added, message) => {
    const plan = await planFor(instruction, sequence);
    expect(plan.header.layout).toBe('sequence');
    expect(plan.texts).toEqual(added);
    expect(plan.edges).toEqual([message]);
    expect(plan.objects).toHaveLength(added.length + 1);
  });

  it.each([
    ['add a message from shop to user saying "remind" after order', 'c2'],
    ['add a message saying remind from Shop to User before receipt', 'c2'],
    ['füge eine Nachricht "remind" von Shop an User nach order hinzu', 'c2'],
    ['connect Shop to User labelled remind after order', 'c2'],
    ['connect Shop to User labelled "remind" before the message receipt', 'c2'],
  ])('%s', async (instruction, behind) => {
    const plan = await planFor(instruction, sequence);
    expect(plan.edges).toEqual(['Shop -remind-> User']);
    expect(plan.objects).toMatchObject([{ type: 'update', target: behind, order: 2 }, { type: 'edge' }]);
  });

  it('is told which message is meant', async () => {
    const removed = await planFor('delete the message receipt', sequence);
    expect(removed.objects).toMatchObject([{ type: 'delete', target: 'c2' }]);
    const renamed = await planFor('rename the message order to place order', sequence);
    expect(renamed.objects).toMatchObject([{ type: 'update', target: 'c1', text: 'place order' }]);
  });

  it('loses a participant with its lifeline', async () => {
    const { objects } = await planFor('remove User', sequence);
    const gone = objects.map((object) => (object.type === 'delete' ? object.target : object));
    expect(gone.toSorted()).toEqual(['c1', 'c2', 'l0', 'l1', 's1', 's3', 's4']);
  });

  it('keeps a participant that is said to be closed', async () => {
    await expect(planFor('the shop is closed', sequence)).rejects.toThrow();
  });

  it('leaves a diagram with something locked as it is', async () => {
    const [first, ...others] = sequence.objects;
    const locked = { ...sequence, objects: others, context: first ? [{ ...first, locked: true }] : [] };
    const plan = await planFor('add a participant Cache', locked);
    expect(plan.objects.some(({ type }) => type === 'delete')).toBe(false);
    expect(plan.texts).toEqual(['Cache']);
  });
});

describe('what is added by the name of its kind', () => {
  it.each([
    ['add a list item Jam under Done', 'Jam'],
    ['add a topic Costs', 'Costs'],
    ['add a sub-branch "costs" under Budget', 'Costs'],
    ['füge einen Meilenstein Beta nach Verify email hinzu', 'Beta'],
    ['add an entity Invoice', 'Invoice'],
    ['add a table lamp', 'Table lamp'],
    ['add Topic modelling', 'Topic modelling'],
  ])('%s', async (instruction, text) => {
    const plan = await planFor(instruction, canvas);
    expect([plan.texts, plan.frames]).toEqual([[text], []]);
  });

  it.each([
    ['add a table Invoice with fields id, total', 'Invoice', 'id\ntotal'],
    ['add an entity Invoice with attributes id and total', 'Invoice', 'id\ntotal'],
    ['add a class Invoice(id, total)', 'Invoice', 'id\ntotal'],
    ['füge eine Tabelle Rechnung mit den Feldern id, betrag hinzu', 'Rechnung', 'id\nbetrag'],
  ])('%s', async (instruction, text, fields) => {
    const { objects } = await planFor(instruction, canvas);
    const [entity, ...others] = objects.filter(({ type }) => type !== 'edge');
    expect(entity).toMatchObject({ type: 'node', text, compartments: [fields] });
    expect(others).toEqual([]);
  });
});
