import { describe, expect, it } from 'vitest';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { planFor } from '../../../test/support/sketchedPlan.ts';

type Objects = Parameters<typeof plannerCanvas>[0];

const boxes = (texts: Record<string, string>): Objects =>
  Object.entries(texts).map(([id, text]) => ({ id, kind: 'SHAPE', text, shape: 'RECTANGLE', parent: null }));
const lines = (all: Record<string, [from: string, to: string, text?: string]>): Objects =>
  Object.entries(all).map(([id, [from, to, text = null]]) => ({ id, kind: 'CONNECTOR', text, from, to }));

const flow = plannerCanvas([
  ...boxes({ s1: 'Draft', s2: 'Review', s3: 'Approved?', s4: 'Publish', s5: 'Rework' }),
  ...lines({
    c1: ['s1', 's2'],
    c2: ['s2', 's3'],
    c3: ['s3', 's4', 'yes'],
    c4: ['s3', 's5', 'no'],
    c5: ['s5', 's2'],
  }),
]);

const timeline = plannerCanvas([
  ...boxes({ t1: '2019: Idea', t2: '2021: Launch', t3: '2023: Sold' }),
  ...lines({ c1: ['t1', 't2'], c2: ['t2', 't3'] }),
]);

const orgChart = plannerCanvas([
  ...boxes({ o1: 'CEO Ann', o2: 'CTO Tom', o3: 'Team A' }),
  ...lines({ c1: ['o1', 'o2'], c2: ['o2', 'o3'] }),
]);

describe('an arrow that is to lead elsewhere', () => {
  it.each([
    'the arrow from rework should go to draft, not review',
    'Rework should go to Draft instead of Review',
    'let rework lead back to draft rather than to review',
  ])('%s', async (instruction) => {
    const plan = await planFor(instruction, flow);
    expect(plan.objects).toMatchObject([{ type: 'delete', target: 'c5' }, { type: 'edge' }]);
    expect(plan.edges).toEqual(['Rework -> Draft']);
  });
});

describe('the text of an arrow, called a label', () => {
  it.each(['change the label yes to ok', 'change label "yes" to "ok"'])('%s', async (instruction) => {
    const { objects } = await planFor(instruction, flow);
    expect(objects).toMatchObject([{ type: 'update', target: 'c3', text: 'ok' }]);
  });
});

describe('a check', () => {
  it.each([
    ['After Review add a check: is it legal?', '<Is it legal?>'],
    ['add a check "Legal ok?" after review', '<Legal ok?>'],
    ['nach Review kommt eine Prüfung: alles ok?', '<Alles ok?>'],
    ['add a check of the totals after review', 'Check of the totals'],
  ])('%s', async (instruction, shape) => {
    expect((await planFor(instruction, flow)).shapes).toEqual([shape]);
  });
});

describe('what has a date, named without it', () => {
  it.each([
    ['rename idea to Concept', 't1', '2019: Concept'],
    ['rename launch to 2022: Go-live', 't2', '2022: Go-live'],
    ['idea was in 2018', 't1', '2018: Idea'],
  ])('%s', async (instruction, target, text) => {
    expect((await planFor(instruction, timeline)).objects).toMatchObject([{ type: 'update', target, text }]);
  });

  it('is found between others', async () => {
    const plan = await planFor('insert "2020: Beta" between idea and launch', timeline);
    expect(plan.edges).toEqual(['2019: Idea -> 2020: Beta', '2020: Beta -> 2021: Launch']);
  });
});

describe('a team', () => {
  it.each([
    ['add Team B and Team C under Tom', ['Team B', 'Team C']],
    ['Tom has a new team C', ['Team C']],
    ['add a team Web under Tom', ['Web']],
  ])('%s', async (instruction, texts) => {
    expect((await planFor(instruction, orgChart)).texts).toEqual(texts);
  });
});

it('lists what stands below a branch, in German', async () => {
  const map = plannerCanvas([
    { id: 'm1', kind: 'SHAPE', text: 'Urlaub', shape: 'ELLIPSE', parent: null },
    ...boxes({ m2: 'Strand', m3: 'Packen' }),
    ...lines({ c1: ['m1', 'm2'], c2: ['m1', 'm3'] }),
  ]);
  const plan = await planFor('unter Packen: Pass, Buch', map);
  expect(plan.edges).toEqual(['Packen -> Pass', 'Packen -> Buch']);
});

describe('something new in the place of something else', () => {
  it.each([
    ['Review löschen und dafür Test', 's2', 'Test'],
    ['remove Review and add Test instead', 's2', 'Test'],
    ['remove Review, put Test instead', 's2', 'Test'],
    ['statt Review Test', 's2', 'Test'],
    ['instead of rework send mail', 's5', 'Send mail'],
    ['send mail instead of rework', 's5', 'Send mail'],
    ['Mail senden statt Rework', 's5', 'Mail senden'],
  ])('%s', async (instruction, target, text) => {
    expect((await planFor(instruction, flow)).objects).toMatchObject([{ type: 'update', target, text }]);
  });

  it.each(['Team A leaves, Max takes over', 'Team A geht, Max übernimmt', 'Team A retires and Max steps in'])(
    '%s',
    async (instruction) => {
      const { objects } = await planFor(instruction, orgChart);
      expect(objects).toMatchObject([{ type: 'update', target: 'o3', text: 'Max' }]);
    },
  );
});

describe('a task right behind its place', () => {
  it.each([
    ['before publish ask the boss', ['Approved? -yes-> Ask the boss', 'Ask the boss -> Publish']],
    ['vor Publish noch den Chef fragen', ['Approved? -yes-> Den Chef fragen', 'Den Chef fragen -> Publish']],
    ['after draft notify the author', ['Draft -> Notify the author', 'Notify the author -> Review']],
    ['after draft go to publish', ['Draft -> Publish']],
  ])('%s', async (instruction, edges) => {
    expect((await planFor(instruction, flow)).edges).toEqual(edges);
  });
});
