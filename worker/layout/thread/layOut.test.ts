import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagrams } from '../../../test/support/diagrams.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import { layOut } from './layOut.ts';

test('gives everyone who asks at once the layout of their own diagram', async () => {
  const asked = fc.sample(diagrams(12), { numRuns: 6, seed: 1 });
  const [aside, here] = [
    await Promise.all(asked.map((diagram) => layOut(diagram))),
    await Promise.all(asked.map((diagram) => layOutDiagram(diagram))),
  ];
  expect(aside).toEqual(here);
});

test('this thread goes on while a large diagram is laid out', async () => {
  const [diagram] = fc.sample(diagrams(60), { numRuns: 1, seed: 1 });
  if (!diagram) throw new Error('no sample');
  await layOut({ ...diagram, objects: [] });
  const before = performance.eventLoopUtilization();
  await layOut(diagram);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
});
