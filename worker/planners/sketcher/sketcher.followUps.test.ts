import { describe, expect, test } from 'vitest';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import type { PlannerHistory } from '../planner.ts';
import { sketchPlan } from './sketchPlan.ts';

const canvas = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'Draft', shape: 'RECTANGLE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Review', shape: 'RECTANGLE', parent: null },
  { id: 's3', kind: 'SHAPE', text: 'Publish', shape: 'RECTANGLE', parent: null },
  { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
  { id: 'c2', kind: 'CONNECTOR', text: null, from: 's2', to: 's3' },
]);
const change = { by: 'job', added: ['Review'], changed: [], deleted: [] } as const;
const history: PlannerHistory = {
  changes: [
    { ...change, instruction: 'Add a step Check', added: [...change.added], changed: [], deleted: [] },
  ],
  recent: ['s2'],
};

/** The objects of the plan for a follow-up. */
function planned(
  instruction: string,
  asked: { history?: PlannerHistory; hasSelection?: boolean } = { history },
) {
  const { hasSelection = false, ...rest } = asked;
  const plan = sketchPlan({ instruction, canvas: { ...canvas, hasSelection }, ...rest });
  if ('refusal' in plan) throw new Error(plan.refusal);
  return plan.objects;
}

describe('a follow-up', () => {
  test.each(['make it green', 'Make that green.', 'also make it green', 'now colour it green'])(
    'is about what the change before it was about: %s',
    (instruction) => {
      expect(planned(instruction)).toEqual([
        expect.objectContaining({ type: 'update', target: 's2', color: 'green' }),
      ]);
    },
  );

  test('moves it', () => {
    const objects = planned('and move it to the end');
    expect(objects).toContainEqual(expect.objectContaining({ type: 'edge', from: 's3', to: 's2' }));
  });

  test('renames it', () => {
    expect(planned('call it Check')).toEqual([
      expect.objectContaining({ type: 'update', target: 's2', text: 'Check' }),
    ]);
  });

  test.each(['again', 'Once more, please.', 'do the same again'])(
    'repeats the instruction: %s',
    (instruction) => {
      expect(planned(instruction)).toContainEqual(expect.objectContaining({ type: 'node', text: 'Check' }));
    },
  );

  test('without a history is refused', () => {
    expect(() => planned('make it green', {})).toThrow('not clear');
    expect(() => planned('again', {})).toThrow();
  });

  test('is about the selection, if there is one', () => {
    const objects = planned('make it green', { history, hasSelection: true });
    expect(objects.length).toBeGreaterThan(1);
  });
});

describe('on columns of dates', () => {
  const dates = plannerCanvas([
    { id: 'f1', kind: 'FRAME', text: '1961', parent: null },
    { id: 'f2', kind: 'FRAME', text: '1972', parent: null },
    { id: 's1', kind: 'SHAPE', text: 'Speech', shape: 'STICKY', parent: 'f1' },
    { id: 's2', kind: 'SHAPE', text: 'Landing', shape: 'STICKY', parent: 'f1' },
    { id: 's3', kind: 'SHAPE', text: 'Last mission', shape: 'STICKY', parent: 'f2' },
  ]);
  const plannedThere = (instruction: string) => {
    const plan = sketchPlan({ instruction, canvas: dates });
    if ('refusal' in plan) throw new Error(plan.refusal);
    return plan.objects;
  };

  test.each(['add 1971 Lunar rover before 1972', 'add 1971 Lunar rover', 'füge 1971 Lunar rover hinzu'])(
    'a new date is a column in order: %s',
    (instruction) => {
      const objects = plannedThere(instruction);
      const frame = objects.find((object) => object.type === 'frame');
      expect(frame).toMatchObject({ title: '1971', order: 1 });
      expect(objects).toContainEqual(
        expect.objectContaining({ type: 'node', text: 'Lunar rover', parent: frame?.id }),
      );
    },
  );

  test('what is moved to a new date goes into a column in order', () => {
    expect(plannedThere('move Landing to a new column 1969')).toContainEqual(
      expect.objectContaining({ type: 'frame', title: '1969', order: 1 }),
    );
  });

  test('a date that is there gets the card', () => {
    expect(plannedThere('add 1972 Return')).toContainEqual(
      expect.objectContaining({ type: 'node', text: 'Return', parent: 'f2' }),
    );
  });
});

describe('a name with a word for a shape', () => {
  const board = plannerCanvas([{ id: 'f1', kind: 'FRAME', text: 'Backlog', parent: null }]);
  test.each([
    ['add Cardboard boxes to Backlog', 'Cardboard boxes'],
    ['add Text boxes to Backlog', 'Text boxes'],
    ['add lunch boxes to Backlog', 'Lunch boxes'],
    ['add Birthday cards to Backlog', 'Birthday cards'],
    ['add boxes of books to Backlog', 'Boxes of books'],
    ['füge Umzugskisten zu Backlog hinzu', 'Umzugskisten'],
    ['add a card Buy milk to Backlog', 'Buy milk'],
    ['add a Review card to Backlog', 'Review'],
  ])('%s', (instruction, text) => {
    const plan = sketchPlan({ instruction, canvas: board });
    expect(plan).toMatchObject({ objects: [{ type: 'node', text, parent: 'f1' }] });
  });
});
