import type { Plan } from '../../src/canvas/plan.ts';
import { create, history } from './jobs.ts';
import type { ModelServer } from './modelServer.ts';
import { piecesOf } from './plans.ts';
import type { Client, System } from './system.ts';
import { tokenOf } from './tokens.ts';

/** Stands in every text of a user that nobody else may see. */
export const mark = 'xyzzy';

const plan: Plan = {
  title: `${mark} title`,
  layout: 'grid',
  direction: 'right',
  objects: [
    { type: 'frame', id: 'f', title: `${mark} frame`, parent: null, slot: null },
    { type: 'node', id: 'a', shape: 'rect', text: `${mark} a`, color: null, parent: 'f', order: 0 },
    { type: 'node', id: 'b', shape: 'rect', text: `${mark} b`, color: null, parent: 'f', order: 1 },
    { type: 'edge', id: 'e', from: 'a', to: 'b', label: `${mark} label`, style: null },
  ],
};

export type Owner = {
  client: Client;
  finished: { id: string; canvasId: string };
  waiting: { id: string; canvasId: string };
};

/** A user with a finished job, one that waits, and their canvases, all of whose texts are marked. */
export async function createOwner(
  system: System,
  model: ModelServer,
  name = `${mark} owner`,
): Promise<Owner> {
  const client = system.clientWith(await tokenOf(name));
  model.answerAll((request) => {
    request.say(piecesOf(plan).join(''));
    request.complete();
  });
  const worker = await system.startWorker();
  const finished = await create(client, { instruction: `${mark} finished`, useCache: false });
  await history(client, finished.id);
  await worker.stop();
  const waiting = await create(client, {
    instruction: `${mark} waiting`,
    useCache: false,
    idempotencyKey: mark,
  });
  return { client, finished, waiting };
}
