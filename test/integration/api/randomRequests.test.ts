import { Writable } from 'node:stream';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, inject } from 'vitest';
import { createOwner, mark } from '../../support/markedOwner.ts';
import { type RandomRequest, randomRequest } from '../../support/requests/randomRequests.ts';
import { startApiOn, test } from '../../support/system.ts';
import { secret, tokenOf } from '../../support/tokens.ts';

const ping = { body: '{ "query": "{ system { demo } }" }', asStream: false, asOperator: false };

/** At the same time, so that the whole does not take a minute. */
const together = 20;
const runs = 8 * inject('chaosRuns');

/** What only an error that was not masked would tell. */
const insides =
  /prisma|postgres|pg_|SQLSTATE|relation "|column "|node_modules|\.ts:\d| {4}at |ECONN|undefined|Cannot read/i;

type Tokens = { stranger: string; operator: string };
type Exchange = { status: number; read(): string; done: Promise<void>; leave(): void };

/** Sends a request, and reads the answer as it comes; a stream may go on for ever. */
async function send(
  url: string,
  tokens: Tokens,
  { body, asStream, asOperator }: RandomRequest,
): Promise<Exchange> {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${asOperator ? tokens.operator : tokens.stranger}`,
      ...(asStream ? { accept: 'text/event-stream' } : {}),
    },
    body,
    signal: leaving.signal,
  });
  let text = '';
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  const done = read().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return { status: response.status, read: () => text, done, leave: () => leaving.abort() };
}

/** The answers to requests that are sent together; of streams, what has come by when the others are answered. */
async function exchange(url: string, tokens: Tokens, requests: RandomRequest[]) {
  const sent = await Promise.all(requests.map((request) => send(url, tokens, request)));
  await Promise.all(sent.filter((_, index) => !requests[index]?.asStream).map(({ done }) => done));
  const answered = await send(url, tokens, ping);
  await answered.done;
  for (const { leave } of sent) leave();
  await Promise.all(sent.map(({ done }) => done));
  return sent.map(({ status, read }, index) => ({
    status,
    text: read(),
    ...(requests[index] as RandomRequest),
  }));
}

describe('random operations, valid and malformed,', () => {
  test.override({
    env: { JWT_SECRET: secret, MAX_ACTIVE_JOBS_PER_USER: '100000', MAX_MUTATIONS_PER_MINUTE: '1000000' },
  });

  test('cause no defect, and reveal neither internals nor data of other users', async ({
    system,
    model,
    database,
    env,
  }) => {
    const owner = await createOwner(system, model);
    const stranger = await createOwner(system, model, 'stranger');
    const logged: string[] = [];
    const log = pino(
      { level: 'error' },
      new Writable({
        write(line, _encoding, done) {
          logged.push(String(line));
          done();
        },
      }),
    );
    await using api = await startApiOn(database, env, log);
    const tokens = { stranger: await tokenOf('stranger owner'), operator: await tokenOf('operator', 'ops') };
    const idsOf = ({ finished, waiting }: typeof owner) =>
      [finished, waiting].flatMap(({ id, canvasId }) => [id, canvasId]);
    const ids = [...idsOf(owner), ...idsOf(stranger)];
    const statuses = new Map<number, number>();
    let answers = 0;

    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const requests = Array.from({ length: together }, () => randomRequest(g, { ids }));
        for (const { status, text, body, asOperator } of await exchange(api.endpoint, tokens, requests)) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (text.includes('"data":{')) answers += 1;
          expect(status, body).toBeLessThan(500);
          expect(text, body).not.toMatch(/INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE/);
          expect(text.replaceAll(/"data":\{.*?\}/g, ''), body).not.toMatch(insides);
          if (!asOperator) expect(text, body).not.toContain(mark);
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );

    expect(logged).toEqual([]);
    // Enough of them were good ones.
    expect(answers).toBeGreaterThan((runs * together) / 5);
    expect(Object.fromEntries(statuses)).toMatchObject({ 200: expect.any(Number), 400: expect.any(Number) });
  }, 120_000);
});
