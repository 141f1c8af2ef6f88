import { parentPort } from 'node:worker_threads';
import { layOutHere } from './layOutHere.ts';
import type { LayoutAnswer, LayoutQuestion } from './layoutThread.ts';

/** The inside of the layout thread: answers every question, also several at once. */
parentPort?.on('message', async ({ ask, diagram }: LayoutQuestion) => {
  const answer: LayoutAnswer = { ask, objects: await layOutHere(diagram) };
  parentPort?.postMessage(answer);
});
