import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from 'graphql-ws';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect } from 'vitest';
import { WebSocket } from 'ws';
import { readBlocks } from '../../support/guide.ts';
import { create, progressDocument, sequencesOf, tryCreate, upTo } from '../../support/jobs.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { openConnection } from '../../support/requests/sockets.ts';
import { type Answer, test } from '../../support/system.ts';
import { clientOf, secret, tokenOf } from '../../support/tokens.ts';

const root = join(import.meta.dirname, '../../..');
const audience = 'canvas';
const now = () => Math.floor(Date.now() / 1_000);

const signed = (claims: Record<string, unknown>, key = secret) =>
  new SignJWT({ sub: 'me', aud: audience, exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(key));

const bad: Record<string, () => Promise<string> | string> = {
  'has no signature (alg none)': () => new UnsecuredJWT({ sub: 'me', aud: audience }).encode(),
  'is signed with another key': () => signed({}, 'x'.repeat(32)),
  'is for another audience': () => signed({ aud: 'mail' }),
  'has expired': () => signed({ exp: now() - 1 }),
  'is not valid yet': () => signed({ nbf: now() + 60 }),
  // Of headers, Node.js takes 16 KB in all.
  'is huge': () => signed({ padding: 'x'.repeat(9_000) }),
  'is garbage': () => 'garbage',
};

const asked = 'subscription { jobUpdates { id } }';

describe('a token that', () => {
  test.override({ env: { JWT_SECRET: secret, JWT_AUDIENCE: audience } });

  test.for(Object.entries(bad))(
    '%s is refused in the same way over HTTP, SSE and WebSocket, and counted each time',
    async ([, make], { system, database }) => {
      const authorization = `Bearer ${await make()}`;
      const ask = async (query: string, accept: string) => {
        const response = await fetch(system.client.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept, authorization },
          body: JSON.stringify({ query }),
        });
        const [, answer = ''] = /(\{.*\})/.exec(await response.text()) ?? [];
        return {
          status: response.status,
          header: response.headers.get('www-authenticate'),
          errors: JSON.parse(answer).errors,
        };
      };
      const refused = {
        status: 401,
        header: 'Bearer',
        errors: [
          {
            message: 'The token is not valid: it is malformed, expired, or not meant for this service.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      };
      expect(await ask('{ viewer { id } }', 'application/json')).toEqual(refused);
      expect(await ask(asked, 'text/event-stream')).toEqual(refused);
      const { outcome } = await openConnection(system.client.url, { authorization });
      expect(outcome).toEqual({ code: 4403, reason: 'Forbidden' });
      const metrics = await (await fetch(`${system.api.url}/metrics`)).text();
      expect(metrics).toMatch(/^collabcanvas_authentication_failures_total 3$/m);
      const { rows } = await database.pool().query('SELECT 1 FROM app_user');
      expect(rows).toEqual([]);
    },
  );

  test('is missing refuses subscriptions over SSE and WebSocket', async ({ system }) => {
    for (const follow of [system.client.follow, system.client.followSse]) {
      const { value } = await follow(asked).next();
      expect(value.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });
});

/** Tries with tokens that live ever longer, until one lived long enough for this machine. */
async function whileExpiring(attempt: (token: string) => Promise<boolean>): Promise<void> {
  for (let lifetime = 2; !(await attempt(await tokenOf('ada', 'user', now() + lifetime))); ) lifetime *= 2;
}

describe('a token that expires while its bearer watches a job', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('closes the WebSocket with 4403; with a new one the client continues after its last event', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const { id: jobId } = await create(await clientOf(system, 'ada'), { instruction: 'watched for long' });
    const request = await model.nextRequest();
    const pieces = piecesOf(flowPlan(6));
    request.sendText(pieces.slice(0, 4).join(''));

    let token = '';
    const client = createClient({
      url: system.client.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: () => ({ authorization: `Bearer ${token}` }),
    });
    const events: { sequence: number; __typename: string }[] = [];
    const watch = async () => {
      const variables = { jobId, after: events.at(-1)?.sequence ?? 0 };
      for await (const { data } of client.iterate({ query: progressDocument, variables })) {
        events.push((data as { jobProgress: (typeof events)[number] }).jobProgress);
      }
    };
    await whileExpiring(async (expiring) => {
      token = expiring;
      await expect(watch()).rejects.toMatchObject({ code: 4403 });
      return events.length > 0;
    });
    // The rest is written when the first token is of no use any more.
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    token = await tokenOf('ada');
    await watch();
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    expect(events.at(-1)?.__typename).toBe('JobCompleted');
    await client.dispose();
  });

  test('ends server-sent events with an error, unlike the end of a job', async ({ system }) => {
    const ada = await clientOf(system, 'ada');
    const { id: jobId } = await create(ada, { instruction: 'watched for long' });
    let answers: Answer[] = [];
    await whileExpiring(async (token) => {
      const stream = system.clientWith(token).followSse(progressDocument, { jobId });
      answers = await Array.fromAsync(stream).catch(() => []);
      return answers.length > 1;
    });
    expect(answers[0]?.data.jobProgress.sequence).toBe(1);
    expect(answers.at(-1)?.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('unexpected errors', () => {
  test('gets the invalid fields of the input, each with its reason', async ({ shared: { system } }) => {
    const result = await tryCreate(system.client, { instruction: ' ', idempotencyKey: '', selection: [] });
    expect(result).toMatchObject({
      __typename: 'InputValidationError',
      fields: [
        { path: ['instruction'], message: expect.stringContaining('empty') },
        { path: ['idempotencyKey'], message: expect.stringContaining('empty') },
      ],
    });
  });

  const typing = 'mutation ($input: CreateCanvasJobInput!) { createCanvasJob(input: $input) { __typename } }';
  test.for([
    ['a variable of the wrong type', typing, { input: { instruction: 7 } }, 'String cannot represent'],
    ['an unknown field of the input', typing, { input: { instruction: 'x', color: 'red' } }, 'color'],
    ['an unknown value of an enum', typing, { input: { instruction: 'x', priority: 'HIG' } }, 'HIGH'],
    [
      'an unknown value of an enum, far from any other',
      'query ($status: JobStatus!) { jobs(filter: { status: [$status] }) { totalCount } }',
      { status: 'DONE' },
      'invalid value: Value "DONE" does not exist in "JobStatus" enum. Allowed: CANCELLED, CANCELLING, ' +
        'COMPLETED, FAILED, PROCESSING or QUEUED.',
    ],
    [
      'an unknown value of an enum in the document',
      '{ canvases(orderBy: NEWEST) { totalCount } }',
      {},
      'Allowed: CREATED_AT_ASC, CREATED_AT_DESC, UPDATED_AT_ASC or UPDATED_AT_DESC.',
    ],
    [
      'two fields of a one-of input',
      'mutation ($add: [NewCanvasObjectInput!]) { updateCanvasObjects(input: { canvasId: "", baseVersionNumber: 0, add: $add }) { __typename } }',
      { add: [{ frame: { id: '1', x: 0, y: 0 }, shape: { id: '2', x: 0, y: 0 } }] },
      'at [0]: Within OneOf Input Object type "NewCanvasObjectInput", exactly one field must be specified, and the ' +
        'value for that field must be non-null. Give one of connector, frame and shape.',
    ],
    ['a variable that is missing', typing, {}, '$input'],
    ['a field that does not exist', '{ viewr { id } }', {}, 'viewer'],
    [
      'a moment that is none',
      'query ($at: DateTime) { jobs(filter: { createdAfter: $at }) { totalCount } }',
      { at: 'now' },
      '2026-01-31T12:00:00Z',
    ],
    ['a cursor that is none', '{ jobs(after: "x") { edges { cursor } } }', {}, 'cursor'],
    [
      'a list that is too long',
      'query ($planners: [String!]) { jobs(filter: { planner: $planners }) { totalCount } }',
      { planners: Array.from({ length: 101 }, (_, index) => String(index)) },
      'at most 100',
    ],
    [
      'an error code that does not exist',
      'query ($codes: [JobErrorCode!]) { jobs(filter: { errorCode: $codes }) { totalCount } }',
      { codes: ['OUTPUT_EMTPY'] },
      'OUTPUT_EMPTY',
    ],
  ] as const)(
    'about %s is told what is wrong, over HTTP and WebSocket',
    async ([, query, variables, hint], { shared: { system } }) => {
      const overHttp = await system.client.send(query, variables);
      const overSocket = await system.client
        .follow(query, variables)
        .next()
        .then(
          ({ value }) => value,
          (errors: unknown) => ({ errors }),
        );
      for (const { errors } of [overHttp, overSocket]) {
        expect(errors[0].message).toContain(hint);
        expect(errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
        expect(errors[0].extensions).not.toHaveProperty('http');
      }
    },
  );
});

describe('with a secret', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('the command of the deployment guide makes a token of an operator', async ({ system }) => {
    const blocks = await readBlocks(join(root, 'docs/deployment.md'));
    const command = blocks.find(({ text }) => text.includes('SignJWT'))?.text ?? '';
    const env = { ...process.env, JWT_SECRET: secret };
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: root, env });
    const { data } = await system.clientWith(stdout.trim()).send('{ viewer { name role } }');
    expect(data.viewer).toEqual({ name: 'Ada', role: 'OPS' });
  });
});
