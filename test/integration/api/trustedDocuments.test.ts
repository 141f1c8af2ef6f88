import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, validate } from 'graphql';
import { afterAll, describe, expect } from 'vitest';
import { schema } from '../../../src/api/schema.ts';
import trusted from '../../../web/src/generated/trusted-documents.json' with { type: 'json' };
import { openConnection } from '../../support/requests/sockets.ts';
import { test } from '../../support/system.ts';
import { clientOf, secret, tokenOf } from '../../support/tokens.ts';

const text = 'query Filtered($status: [JobStatus!]) { jobs(filter: { status: $status }) { totalCount } }';
const hash = createHash('sha256').update(text).digest('hex');
const folder = await mkdtemp(path.join(tmpdir(), 'trusted-'));
const file = path.join(folder, 'documents.json');
await writeFile(file, JSON.stringify({ [hash]: text }));
afterAll(() => rm(folder, { recursive: true }));

/** What is sent of a document, over both transports, and the code of the refusal, or `ok`. */
async function outcomes(endpoint: string, user: string, role: string, payload: Record<string, unknown>) {
  const authorization = `Bearer ${await tokenOf(user, role)}`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(payload),
  });
  const { errors: overHttp } = (await response.json()) as { errors?: Refusal };
  const { socket } = await openConnection(endpoint, { authorization });
  const overSocket = await new Promise<Refusal | undefined>((resolve) => {
    socket.once('message', (message) => {
      const { payload: answer } = JSON.parse(String(message));
      resolve(Array.isArray(answer) ? answer : answer.errors);
    });
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '', ...payload } }));
  });
  socket.close();
  return [overHttp, overSocket].map((errors) => errors?.[0]?.extensions.code ?? 'ok');
}

type Refusal = { message: string; extensions: { code: string } }[];

const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('with trusted documents only', () => {
  test.override({
    env: { JWT_SECRET: secret, TRUSTED_DOCUMENTS_ONLY: 'true', TRUSTED_DOCUMENTS_FILE: file },
  });

  test('users run those by their hash, and operators any, over HTTP and WebSocket', async ({ system }) => {
    const { url } = system.client;
    expect(await outcomes(url, 'user', 'user', byHash(hash))).toEqual(['ok', 'ok']);
    expect(await outcomes(url, 'user', 'user', byHash('unknown'))).toEqual(
      Array(2).fill('PERSISTED_QUERY_NOT_FOUND'),
    );
    for (const query of [
      '{ viewer { id } }',
      '{ __schema { queryType { name } } }',
      '{ viewr { id } }',
      text,
    ]) {
      expect(await outcomes(url, 'user', 'user', { query })).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
    expect(await outcomes(url, 'operator', 'ops', { query: '{ __schema { queryType { name } } }' })).toEqual([
      'ok',
      'ok',
    ]);
  });

  test('no error about a trusted document reveals other parts of the schema', async ({ system }) => {
    const messageTo = async (role: string) => {
      const response = await fetch(system.client.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf('someone', role)}`,
        },
        body: JSON.stringify({ ...byHash(hash), variables: { status: ['QUEUE'] } }),
      });
      return ((await response.json()) as { errors: Refusal }).errors[0]?.message;
    };
    expect(await messageTo('user')).not.toContain('Did you mean');
    expect(await messageTo('ops')).toContain('Did you mean');
  });

  test('an invalid token is reported before an untrusted document', async ({ system }) => {
    const { errors } = await system.clientWith('garbage').send('{ viewer { id } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await (await clientOf(system, 'user')).send('{ viewer { id } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});

test('the documents that the web app is built with are valid, and go by the hash of their text', () => {
  const entries = Object.entries(trusted);
  expect(entries.length).toBeGreaterThan(8);
  for (const [name, document] of entries) {
    expect(validate(schema, parse(document))).toEqual([]);
    expect(name).toBe(createHash('sha256').update(document).digest('hex'));
  }
});
