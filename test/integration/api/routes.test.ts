import { pino } from 'pino';
import { describe, expect } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { createLogger } from '../../../src/log.ts';
import { environment, startApiOn, test } from '../../support/system.ts';
import { secret } from '../../support/tokens.ts';

describe('a path of the service', () => {
  test('in another form is not found, and the answer has the right one', async ({ system: { api } }) => {
    for (const [method, path, right] of [
      ['GET', '/health/', '/health'],
      ['GET', '/Ready', '/ready'],
      ['GET', '/ready/live', '/ready'],
      ['HEAD', '/metrics/', null],
      ['POST', '/graphql/', '/graphql'],
    ] as const) {
      const response = await fetch(`${api.url}${path}`, { method });
      expect([path, response.status]).toEqual([path, 404]);
      const body = await response.text();
      if (right !== null) expect(JSON.parse(body)).toEqual({ error: `Not found. The path is ${right}.` });
    }
  });

  test('is read only, and so are pages', async ({ system: { api } }) => {
    for (const [method, path] of [
      ['POST', '/nope'],
      ['DELETE', '/'],
      ['PUT', '/c/x'],
      ['POST', '/ready'],
    ] as const) {
      const response = await fetch(`${api.url}${path}`, { method });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
      expect(await response.json()).toEqual({ error: expect.stringContaining('not allowed') });
    }
    for (const path of ['/health', '/metrics'])
      expect((await fetch(`${api.url}${path}`, { method: 'HEAD' })).status).toBe(200);
  });
});

test('/ready shows the states of the services under the same supervisor', async ({ database }) => {
  const worker = {
    state: 'waiting',
    restarts: 2,
    lastExit: 'code 1',
    lastExitAt: null,
    nextStartAt: null,
  } as const;
  const api = await startApi(environment(database, {}), database.url, createLogger('api', 'silent'), {
    supervised: () => ({ worker }),
  });
  try {
    const response = await fetch(`${api.url}/ready`);
    expect(await response.json()).toMatchObject({ services: { worker } });
  } finally {
    await api.stop();
  }
});

describe('in production', () => {
  /** Names of the variables that the API warns of at its start. */
  const warnedOf = async (database: Parameters<typeof startApiOn>[0], env: Record<string, string>) => {
    const lines: { level: number; unset?: string[] }[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    await using _api = await startApiOn(database, env, log);
    return lines.flatMap(({ unset }) => unset ?? []);
  };

  test('the API warns at its start that tokens for other services are accepted', async ({ database }) => {
    const production = { NODE_ENV: 'production', JWT_SECRET: secret };
    const [issuer, audience] = [{ JWT_ISSUER: 'https://issuer.example' }, { JWT_AUDIENCE: 'canvas' }];
    expect(await warnedOf(database, production)).toEqual(['JWT_ISSUER', 'JWT_AUDIENCE']);
    expect(await warnedOf(database, { ...production, ...issuer })).toEqual(['JWT_AUDIENCE']);
    expect(await warnedOf(database, { ...production, ...audience })).toEqual(['JWT_ISSUER']);
    expect(await warnedOf(database, { ...production, ...issuer, ...audience })).toEqual([]);
    expect(await warnedOf(database, { JWT_SECRET: secret })).toEqual([]);
  });
});
