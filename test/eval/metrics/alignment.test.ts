import { expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import type { Expected } from '../expectations/expected.ts';
import { planOf } from '../notation/planOf.ts';
import { eventsOfAnswer } from '../notation/planText.ts';

const measured = (notation: string, expected: Expected) =>
  evaluate({
    ...{ kind: 'new', name: 'case', category: 'test', source: 'test', instruction: 'do', expected },
    plan: () => eventsOfAnswer(JSON.stringify(planOf(notation))),
  });

test('aligns texts, and texts that are reached from one another', async () => {
  const { alignment } = await measured('flow right: A\nOne -> Two -> Three; Two -> Extra', {
    edges: 'One -> Two -> Three -> Four',
  });
  // Drawn paths: 1-2, 1-3, 1-Extra, 2-3, 2-Extra; expected ones: all six pairs of four texts.
  expect(alignment).toEqual({
    nodes: { precision: 3 / 4, recall: 3 / 4 },
    paths: { precision: 3 / 5, recall: 3 / 6 },
  });
});

test('tells activities of a process from decisions', async () => {
  const { process } = await measured(
    'flow right: A\nRead mail -> <Spam?>\nSpam? -> Delete: yes\nSpam? -> Answer: no\nAnswer -> Sing',
    { activities: '~read mail; ~delete; ~answer; ~archive', decisions: '~spam; ~urgent' },
  );
  expect(process).toEqual({
    activities: { precision: 3 / 4, recall: 3 / 4 },
    decisions: { precision: 1, recall: 1 / 2 },
  });
});
