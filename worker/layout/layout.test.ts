import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { diagrams } from './diagrams.ts';
import { layOutHere } from './layOutHere.ts';
import { LayoutThread } from './layoutThread.ts';

const setup = (patienceMs?: number): LayoutThread => {
  const thread = new LayoutThread(patienceMs);
  onTestFinished(() => thread.end());
  return thread;
};

test('gives everyone who asks at once the layout of their own diagram', async () => {
  const thread = setup();
  const asked = fc.sample(diagrams(12), { numRuns: 6, seed: 1 });
  const [aside, here] = [
    await Promise.all(asked.map((diagram) => thread.layOut(diagram))),
    await Promise.all(asked.map((diagram) => layOutHere(diagram))),
  ];
  expect(aside).toEqual(here);
});

test('a thread that dies fails those who wait for it, and is replaced', async () => {
  const thread = setup();
  const [diagram] = fc.sample(diagrams(60), { numRuns: 1, seed: 1 });
  if (!diagram) throw new Error('no sample');
  const waiting = expect(thread.layOut(diagram)).rejects.toThrow('The layout thread has ended');
  await thread.end();
  await waiting;
  expect(await thread.layOut(diagram)).toHaveLength(diagram.objects.length);
});

test('this thread goes on while a large diagram is laid out', async () => {
  const thread = setup();
  const [diagram] = fc.sample(diagrams(60), { numRuns: 1, seed: 1 });
  if (!diagram) throw new Error('no sample');
  await thread.layOut({ ...diagram, objects: [] });
  const before = performance.eventLoopUtilization();
  await thread.layOut(diagram);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
});

test('a thread that gives no answer is ended', async () => {
  const thread = setup(1);
  const asked = thread.layOut({ layout: 'grid', direction: null, objects: [] });
  await expect(asked).rejects.toThrow('The layout thread has ended');
});
