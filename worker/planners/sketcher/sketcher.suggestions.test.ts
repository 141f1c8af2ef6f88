import { expect, test } from 'vitest';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { sketchPlan } from './sketchPlan.ts';

const canvas = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'Write invoice', shape: 'RECTANGLE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Send invoice', shape: 'RECTANGLE', parent: null },
  { id: 's3', kind: 'SHAPE', text: 'Archive', shape: 'RECTANGLE', parent: null },
  { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
  { id: 'c2', kind: 'CONNECTOR', text: null, from: 's2', to: 's3' },
]);

function suggestionsFor(instruction: string): readonly string[] {
  const sketch = sketchPlan({ instruction, canvas });
  if (!('refusal' in sketch)) throw new Error(`“${instruction}” is understood`);
  return sketch.suggestions;
}

test('a name that may mean several texts is replaced by each', () => {
  expect(suggestionsFor('make invoice green')).toEqual([
    'make “Write invoice” green',
    'make “Send invoice” green',
    expect.any(String),
  ]);
});

test('a name that is not there is replaced by the nearest', () => {
  expect(suggestionsFor('delete Archivist')[0]).toBe('delete “Archive”');
});

test.each(['what is the weather like', 'make it green', 'delete Xyz'])(
  '%s: examples that work',
  (instruction) => {
    const suggestions = suggestionsFor(instruction);
    expect(suggestions).toHaveLength(3);
    for (const suggestion of suggestions) {
      expect('header' in sketchPlan({ instruction: suggestion, canvas })).toBe(true);
    }
  },
);
