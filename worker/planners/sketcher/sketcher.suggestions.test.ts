import { expect, test } from 'vitest';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import type { PlannerCanvas } from '../planner.ts';
import { sketchPlan } from './sketchPlan.ts';

const canvas = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'Write invoice', shape: 'RECTANGLE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Send invoice', shape: 'RECTANGLE', parent: null },
  { id: 's3', kind: 'SHAPE', text: 'Archive', shape: 'RECTANGLE', parent: null },
  { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
  { id: 'c2', kind: 'CONNECTOR', text: null, from: 's2', to: 's3' },
]);

function refusalOf(instruction: string, asked: PlannerCanvas = canvas) {
  const sketch = sketchPlan({ instruction, canvas: asked });
  if (!('refusal' in sketch)) throw new Error(`“${instruction}” is understood`);
  return sketch;
}

const suggestionsFor = (instruction: string) => refusalOf(instruction).suggestions;

test('a name that may mean several texts is replaced by each', () => {
  expect(suggestionsFor('make invoice green')).toEqual([
    'make “Write invoice” green',
    'make “Send invoice” green',
    expect.any(String),
  ]);
});

test('a name that is not there is replaced by the nearest', () => {
  expect(suggestionsFor('delete Archivist')[0]).toBe('delete “Archive”');
  expect(suggestionsFor('delete Send invoice slowly')[0]).toBe('delete “Send invoice”');
});

test.each([
  'delete Reshelve',
  'remove the invitation',
  'delete Xyz',
  'clear Warehouse',
  'what is the weather like',
])('%s: nothing is offered that deletes another object', (instruction) => {
  expect(suggestionsFor(instruction).filter((each) => /^(?:delete|remove|clear)/.test(each))).toEqual([]);
});

test.each(['delete Reshelve', 'make Reshelve green', 'rename Reshelve to Store', 'move Reshelve to the end'])(
  '%s: what is outside of the selection is not replaced by what is in it',
  (instruction) => {
    const [first, ...others] = canvas.objects;
    const objects = first === undefined ? [] : [first];
    const selected = { ...canvas, objects, hasSelection: true };
    const unseen = { ...selected, elsewhere: ['Reshelve'] };
    const seen = {
      ...selected,
      context: others.map((each) =>
        each.id === 's3' ? ({ ...each, text: 'Reshelve' } as typeof each) : each,
      ),
    };
    for (const asked of [unseen, seen])
      expect(refusalOf(instruction, asked)).toEqual({
        refusal: '“Reshelve” is outside of your selection. Select it too, or change the whole canvas.',
        suggestions: [],
      });
  },
);

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
