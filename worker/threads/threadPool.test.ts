import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { TestRequest } from '../../test/support/answeringThread.main.ts';
import { ThreadPool, type ThreadPoolOptions, ThreadTimeout } from './threadPool.ts';

function setup(options: Partial<ThreadPoolOptions> = {}): ThreadPool<TestRequest, string> {
  const main = new URL('../../test/support/answeringThread.main.ts', import.meta.url);
  const pool = new ThreadPool<TestRequest, string>(main, { limitMs: 60_000, maxThreads: 1, ...options });
  onTestFinished(() => pool.end());
  return pool;
}

/** A request that never ends, and when a thread works on it. */
function endless() {
  const started = new SharedArrayBuffer(4);
  const { value } = Atomics.waitAsync(new Int32Array(started), 0, 0);
  return { request: { loop: true, started } as const, isRunning: Promise.resolve(value) };
}

test('answers many requests, each with its own reply', async () => {
  const pool = setup({ maxThreads: 2 });
  const words = ['one', 'two', 'three'];
  expect(await Promise.all(words.map((echo) => pool.ask({ echo })))).toEqual(words);
});

test('fails a request with what was thrown, and answers the next', async () => {
  const pool = setup();
  await expect(pool.ask({ fail: 'not like this' })).rejects.toThrow('not like this');
  expect(await pool.ask({ echo: 'next' })).toBe('next');
});

test('a request that never ends does not delay the others', async () => {
  const pool = setup({ maxThreads: 2 });
  const { request, isRunning } = endless();
  const controller = new AbortController();
  const stuck = pool.ask(request, controller.signal);
  await isRunning;
  expect(await Promise.all([pool.ask({ echo: 'one' }), pool.ask({ echo: 'two' })])).toEqual(['one', 'two']);
  controller.abort(new Error('cancelled'));
  await expect(stuck).rejects.toThrow('cancelled');
});

test('ends each request that takes too long; the time that others wait does not count', async () => {
  const pool = setup({ limitMs: 500 });
  const [first, second, behind] = await Promise.allSettled([
    pool.ask(endless().request),
    pool.ask(endless().request),
    pool.ask({ echo: 'behind' }),
  ]);
  const timedOut = { status: 'rejected', reason: expect.any(ThreadTimeout) };
  expect([first, second]).toMatchObject([timedOut, timedOut]);
  expect(behind).toEqual({ status: 'fulfilled', value: 'behind' });
});

test('ends a request that is aborted while it runs; those behind it are answered', async () => {
  const pool = setup();
  const controller = new AbortController();
  const { request, isRunning } = endless();
  const stuck = pool.ask(request, controller.signal);
  const behind = pool.ask({ echo: 'behind' });
  await isRunning;
  const reason = new Error('cancelled');
  controller.abort(reason);
  await expect(stuck).rejects.toBe(reason);
  expect(await behind).toBe('behind');
});

test('a request that is aborted while it waits is not begun', async () => {
  const pool = setup();
  const [first, second] = [new AbortController(), new AbortController()];
  const { request, isRunning } = endless();
  const running = pool.ask(request, first.signal);
  const waiting = pool.ask(endless().request, second.signal);
  await isRunning;
  second.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
  first.abort(new Error('cancelled, too'));
  await expect(running).rejects.toThrow('cancelled, too');
  expect(await pool.ask({ echo: 'next' })).toBe('next');
});

test('a request whose signal is aborted already is not begun', async () => {
  const reason = new Error('cancelled');
  await expect(setup().ask({ echo: 'never' }, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test.each<[string, TestRequest, string]>([
  ['ends', { exit: true }, 'worker exited with code: 1'],
  ['has a defect', { crash: true }, 'the thread has a defect'],
  ['needs too much memory', { fill: true }, 'memory limit'],
])('a thread that %s fails the request that it works on, and no other', async (_, request, message) => {
  const pool = setup({ heapMb: 32 });
  const [lost, behind] = await Promise.allSettled([pool.ask(request), pool.ask({ echo: 'behind' })]);
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining(message) },
  });
  expect(behind).toEqual({ status: 'fulfilled', value: 'behind' });
});

test('a module that cannot be loaded fails each request, also later ones', async () => {
  const main = new URL('./missing.main.ts', import.meta.url);
  const pool = new ThreadPool<string, string>(main, { limitMs: 1_000, maxThreads: 2 });
  const results = await Promise.allSettled(['a', 'b', 'c'].map((request) => pool.ask(request)));
  expect(results.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  await expect(pool.ask('d')).rejects.toThrow();
});

test('requests fail when the pool is ended, and the next starts a thread again', async () => {
  const pool = setup();
  const { request, isRunning } = endless();
  const lost = Promise.allSettled([pool.ask(request), pool.ask({ echo: 'behind' })]);
  await isRunning;
  await pool.end();
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await pool.ask({ echo: 'next' })).toBe('next');
});

test('idle threads do not keep the process alive', async () => {
  const pool = new URL('./threadPool.ts', import.meta.url).href;
  const main = new URL('../../test/support/answeringThread.main.ts', import.meta.url).href;
  const script = `
    import { ThreadPool } from '${pool}';
    const pool = new ThreadPool(new URL('${main}'), { limitMs: 60_000 });
    console.log(...await Promise.all(['one', 'two', 'three'].map((echo) => pool.ask({ echo }))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('one two three\n');
});
