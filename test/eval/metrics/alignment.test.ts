import { expect, test } from 'vitest';
import { viewOf } from '../expectations/canvasView.ts';
import { drawPlan } from '../notation/drawPlan.ts';
import { planOf } from '../notation/planOf.ts';
import { alignmentOf } from './alignment.ts';
import { processMatchOf } from './process.ts';

const viewOfPlan = async (notation: string) => viewOf(await drawPlan(planOf(notation)));

test('aligns texts, and texts that are reached from one another', async () => {
  const view = await viewOfPlan('flow right: A\nOne -> Two -> Three; Two -> Extra');
  const alignment = alignmentOf(view, { edges: 'One -> Two -> Three -> Four' });
  // Drawn paths: 1-2, 1-3, 1-Extra, 2-3, 2-Extra; expected ones: all six pairs of four texts.
  expect(alignment).toEqual({
    nodes: { precision: 3 / 4, recall: 3 / 4 },
    paths: { precision: 3 / 5, recall: 3 / 6 },
  });
});

test('tells activities of a process from decisions', async () => {
  const view = await viewOfPlan(
    'flow right: A\nRead mail -> <Spam?>\nSpam? -> Delete: yes\nSpam? -> Answer: no\nAnswer -> Sing',
  );
  const process = processMatchOf(view, {
    activities: '~read mail; ~delete; ~answer; ~archive',
    decisions: '~spam; ~urgent',
  });
  expect(process).toEqual({
    activities: { precision: 3 / 4, recall: 3 / 4 },
    decisions: { precision: 1, recall: 1 / 2 },
  });
});
