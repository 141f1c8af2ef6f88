import { describe, expect } from 'vitest';
import { create, history, readJob } from '../../support/jobs.ts';
import type { ModelRequest } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

const pieces = piecesOf(flowPlan(5));

function succeed(request: ModelRequest) {
  request.sendText(pieces.join(''));
  request.complete();
}

/** One limit that is reached soon, among others that are not. */
const only = (variable: string) => ({
  OPENAI_CONNECT_TIMEOUT_MS: '60000',
  OPENAI_FIRST_TOKEN_TIMEOUT_MS: '60000',
  OPENAI_SILENCE_TIMEOUT_MS: '60000',
  [variable]: '300',
});

describe('a provider that', () => {
  const stages: Record<string, [variable: string, code: string, stall: (request: ModelRequest) => void]> = {
    'does not respond': ['OPENAI_CONNECT_TIMEOUT_MS', 'PROVIDER_CONNECT_TIMEOUT', () => undefined],
    'responds and says nothing': [
      'OPENAI_FIRST_TOKEN_TIMEOUT_MS',
      'PROVIDER_FIRST_TOKEN_TIMEOUT',
      (request) => request.open(),
    ],
    'falls silent in the middle': [
      'OPENAI_SILENCE_TIMEOUT_MS',
      'PROVIDER_SILENCE_TIMEOUT',
      (request) => request.sendText(pieces.slice(0, 3).join('')),
    ],
    'takes longer than an attempt may take': [
      'JOB_TIMEOUT_MS',
      'ATTEMPT_TIMEOUT',
      (request) => request.sendText(pieces.slice(0, 3).join('')),
    ],
  };
  for (const [name, [variable, code, stall]] of Object.entries(stages)) {
    test(`${name} has its connection closed, and is sent the request again`, async ({ system, model }) => {
      await system.startWorker(only(variable));
      const { id } = await create(system.client, { instruction: name });
      const request = await model.nextRequest();
      stall(request);
      await request.closed;
      model.respondToAll(succeed);
      await history(system.client, id);
      const job = await readJob(system.client, id);
      expect(job).toMatchObject({ status: 'COMPLETED', canvas: { versionNumber: 1, objectCount: 5 } });
      expect(job.attempts[0]).toMatchObject({ outcome: 'FAILED', error: { code } });
    });
  }
});
