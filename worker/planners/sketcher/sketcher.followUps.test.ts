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
