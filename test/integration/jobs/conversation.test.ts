import { describe, expect } from 'vitest';
import { change, readCanvas } from '../../support/canvases.ts';
import { create, history } from '../../support/jobs.ts';
import type { ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

/** Has the model draw what an instruction asks for. @returns What the model was sent, and the job */
async function instruct(
  client: Client,
  model: ModelServer,
  input: { instruction: string; canvasId?: string },
) {
  const job = await create(client, input);
  const request = await model.nextRequest();
  sendPlan(request, flowPlan(1, ''));
  await history(client, job.id);
  return { ...job, sent: JSON.parse(request.body.input ?? '') };
}

describe('a conversation with two follow-ups', () => {
  test('tells the model what was asked for before, and what changed, by hand and by undo too', async ({
    system: { client, ...system },
    model,
  }) => {
    await system.startWorker();
    const { canvasId, sent: first } = await instruct(client, model, { instruction: 'A step' });
    expect(first).toEqual({ request: 'A step' });

    const second = await instruct(client, model, { instruction: 'Another one', canvasId });
    const drawn = { by: 'job', request: 'A step', added: ['Step 1'] };
    expect(second.sent).toMatchObject({ request: 'Another one', history: [drawn], recent: ['s1'] });

    const { versionNumber, objects } = await readCanvas(client, canvasId);
    await change(client, 'updateCanvasObjects', {
      ...{ canvasId, baseVersionNumber: versionNumber },
      update: [{ id: objects[0].id, text: 'By hand' }],
    });
    await change(client, 'undoCanvasJob', { jobId: second.id });
    const third = await instruct(client, model, { instruction: 'Make it green', canvasId });
    expect(third.sent.history).toEqual([
      drawn,
      { by: 'job', request: 'Another one', added: ['Step 1'] },
      { by: 'edit', changed: ['By hand'] },
      { by: 'undo', deleted: ['Step 1'] },
    ]);
    const recent = third.sent.canvas.filter(({ id }: { id: string }) => third.sent.recent.includes(id));
    expect(recent.map(({ text }: { text: string }) => text)).toEqual(['By hand']);
  });
});
