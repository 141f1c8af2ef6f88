import { createClient } from 'graphql-ws';
import { describe, expect } from 'vitest';
import { WebSocket } from 'ws';
import { claimPort } from '../../../tools/launch/ports.ts';
import { lacksNginx, startNginx } from '../../support/processes/nginx.ts';
import { startApiProcess } from '../../support/processes/serverProcess.ts';
import { visit } from '../../support/requests/visitors.ts';
import { test } from '../../support/setup/database.ts';

const freePort = () => claimPort({ host: '127.0.0.1', port: 0, hostVariable: 'HOST', portVariable: 'PORT' });

/** A request that takes longer on a busy machine is aborted, as in production. */
const drained = { DRAIN_NOTICE_MS: '300', DRAIN_TIMEOUT_MS: '5000' };
const clients = 6;

describe.skipIf(lacksNginx)('behind nginx, as the deployment guide sets it up', () => {
  // The kernel can accept a connection in the microseconds before a listening socket is closed, and resets it then.
  const resetByKernel = 2;

  test('every request is answered during a rolling restart of two APIs, and subscriptions reconnect', {
    timeout: 120_000,
  }, async ({ database }) => {
    const env = { ...drained, MAX_ACTIVE_JOBS_PER_USER: '100000', LOG_LEVEL: 'warn' };
    await using started = new AsyncDisposableStack();
    const start = async (port?: number) => started.use(await startApiProcess(database.url, env, port));
    const apis = await Promise.all([start(), start()]);
    const proxy = await freePort();
    await using nginx = await startNginx({ proxy, apis: [apis[0].port, apis[1].port] });
    const origin = `http://127.0.0.1:${proxy}`;

    const answers = new Map<string, number>();
    const over = new AbortController();
    const visits = Array.from({ length: clients }, () => visit(origin, over.signal, answers));
    const subscriber = createClient({
      url: `${origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 100,
      retryWait: async () => undefined,
    });
    const codes: unknown[] = [];
    subscriber.on('closed', (event) => codes.push((event as { code: unknown }).code));
    const updates = subscriber.iterate({ query: 'subscription { jobUpdates { id } }' });
    await updates.next();

    for (const index of [0, 1] as const) {
      const { port, signal, exited, ended } = apis[index];
      signal('SIGTERM');
      await exited;
      expect(ended()).toBe(0);
      apis[index] = await start(port);
      // The subscription continues, whichever process it was connected to.
      await updates.next();
    }
    over.abort();
    await Promise.all(visits);
    await subscriber.dispose();

    const { 200: answered = 0, 502: reset = 0, ...others } = Object.fromEntries(answers);
    expect(others).toEqual({});
    expect(answered).toBeGreaterThan(100 * clients);
    expect(reset, await nginx.errors()).toBeLessThanOrEqual(resetByKernel);
    // 1000 is the client's own close at the end, which may come later.
    expect(new Set(codes.filter((code) => code !== 1000))).toEqual(new Set([1001]));
    expect(await nginx.errors()).not.toContain('no live upstreams');
  });
});
