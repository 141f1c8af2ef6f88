import type { Plan } from '../../src/canvas/model/plan.ts';
import { create, history } from './jobs.ts';
import type { ModelServer } from './model/modelServer.ts';
import { sendPlan } from './model/plans.ts';
import type { Client, System } from './system.ts';
import { tokenOf } from './tokens.ts';

/** A word in every text of a user, which no other user may see. */
export const mark = 'xyzzy';

const planOf = (word: string): Plan => ({
  title: `${word} title`,
  layout: 'grid',
  direction: 'right',
  objects: [
    { type: 'frame', id: 'f', title: `${word} frame`, parent: null, slot: null },
    { type: 'node', id: 'a', shape: 'rect', text: `${word} a`, color: null, parent: 'f', order: 0 },
    { type: 'node', id: 'b', shape: 'rect', text: `${word} b`, color: null, parent: 'f', order: 1 },
    { type: 'edge', id: 'e', from: 'a', to: 'b', label: `${word} label`, style: null },
  ],
});

export type Owner = {
  client: Client;
  finished: { id: string; canvasId: string };
  waiting: { id: string; canvasId: string };
};

/** Creates a user with a finished and a queued job and their canvases; every text contains the word. */
export async function createOwner(system: System, model: ModelServer, word = mark): Promise<Owner> {
  const client = system.clientWith(await tokenOf(`${word} owner`));
  model.respondToAll((request) => sendPlan(request, planOf(word)));
  const worker = await system.startWorker();
  const finished = await create(client, { instruction: `${word} finished`, useCache: false });
  await history(client, finished.id);
  await worker.stop();
  const waiting = await create(client, {
    instruction: `${word} waiting`,
    useCache: false,
    idempotencyKey: word,
  });
  return { client, finished, waiting };
}
