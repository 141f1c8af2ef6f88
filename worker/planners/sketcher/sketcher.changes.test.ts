import { describe, expect, it } from 'vitest';
import type { PlannerCanvas } from '../planner.ts';
import { planFor } from './test-plan.ts';

const canvas: PlannerCanvas = {
  title: 'Sign-up',
  context: [],
  objects: [
    { id: 's1', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null },
    { id: 's2', kind: 'SHAPE', text: 'Enter email', shape: 'RECTANGLE', parent: null },
    { id: 's3', kind: 'SHAPE', text: 'Verify email', shape: 'RECTANGLE', parent: null },
    { id: 's4', kind: 'SHAPE', text: 'Choose a plan', shape: 'RECTANGLE', parent: null },
    { id: 's5', kind: 'SHAPE', text: 'Budget', shape: 'STICKY', parent: null },
    { id: 'f1', kind: 'FRAME', text: 'Done', parent: null },
    { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
    { id: 'c2', kind: 'CONNECTOR', text: 'ok', from: 's2', to: 's3' },
    { id: 'c3', kind: 'CONNECTOR', text: null, from: 's3', to: 's4' },
  ],
};

type Case = { instruction: string; changes?: string[]; texts?: string[]; edges?: string[] };

const cases: Case[] = [
  {
    instruction: 'add "accept the terms" after verify email',
    changes: ['delete c3'],
    texts: ['Accept the terms'],
    edges: ['Verify email -> Accept the terms', 'Accept the terms -> Choose a plan'],
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
  { instruction: 'add Billing, Invoice and Receipt', texts: ['Billing', 'Invoice', 'Receipt'] },
  { instruction: 'rename choose plan to Pick a plan', changes: ['update s4 Pick a plan'] },
  {
    instruction: 'remove verify email',
    changes: ['delete c2', 'delete c3', 'delete s3'],
    edges: ['Enter email -ok-> Choose a plan'],
  },
  { instruction: 'connect start to choose a plan labelled skip', edges: ['Start -skip-> Choose a plan'] },
  {
    instruction: 'make the verification red and rename start to Begin',
    changes: ['update s3 red', 'update s1 Begin'],
  },
  { instruction: 'change the colour of start to purple', changes: ['update s1 purple'] },
  { instruction: 'Remove the arrow between start and enter email.', changes: ['delete c1'] },
  { instruction: 'delete s4', changes: ['delete c3', 'delete s4'] },
  { instruction: 'move budget to done', changes: ['delete s5'], texts: ['Budget'] },
];

describe('changes of a canvas', () => {
  it.each(cases)('$instruction', async ({ instruction, changes = [], texts = [], edges = [] }) => {
    const plan = await planFor(instruction, canvas);
    const made = plan.objects.flatMap((object) => {
      if (object.type === 'delete') return [`delete ${object.target}`];
      return object.type === 'update' ? [`update ${object.target} ${object.text ?? object.color}`] : [];
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
    const map: PlannerCanvas = {
      title: 'Food',
      context: [],
      objects: [
        ...['Food', 'Fruit', 'Bread'].map(
          (text, at) => ({ id: `s${at}`, kind: 'SHAPE', text, shape: 'RECTANGLE', parent: null }) as const,
        ),
        { id: 'c1', kind: 'CONNECTOR', text: null, from: 's0', to: 's1' },
        { id: 'c2', kind: 'CONNECTOR', text: null, from: 's0', to: 's2' },
      ],
    };
    expect((await planFor('add cheese', map)).edges).toEqual(['Food -> Cheese']);
  });

  it('removes everything without joining what is gone', async () => {
    const plan = await planFor('remove everything', canvas);
    expect(plan.objects.filter((object) => object.type === 'delete')).toHaveLength(canvas.objects.length);
    expect(plan.edges).toEqual([]);
  });

  it('keeps as a note what names nothing on the canvas, and says so', async () => {
    const plan = await planFor('remove the unicorns', canvas);
    expect(plan.texts).toEqual(['Remove the unicorns']);
    expect(plan.warnings[0]).toContain('unicorns');
  });

  it('draws a whole diagram beside what is there when one is asked for', async () => {
    const plan = await planFor('Add a SWOT of pricing', canvas);
    expect(plan.header.layout).toBe('swot');
    expect(plan.frames).toHaveLength(4);
  });

  it('draws what it does not understand as new objects, and says so', async () => {
    const plan = await planFor('summer, autumn, winter', canvas);
    expect(plan.texts).toEqual(expect.arrayContaining(['Summer', 'Autumn', 'Winter']));
    expect(plan.warnings[0]).toContain('No change of the existing objects was understood');
  });
});
