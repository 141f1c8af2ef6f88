import { expect, onTestFinished, test } from 'vitest';
import type { TestRequest } from '../../test/support/answeringThread.main.ts';
import { ThreadTimeout, TimedThread } from './timedThread.ts';

function setup(limitMs = 60_000): TimedThread<TestRequest, string> {
  const main = new URL('../../test/support/answeringThread.main.ts', import.meta.url);
  const thread = new TimedThread<TestRequest, string>(main, limitMs);
  onTestFinished(() => thread.end());
  return thread;
}

/** A request that never ends, and when the thread works on it. */
function endless() {
  const started = new SharedArrayBuffer(4);
  const { value } = Atomics.waitAsync(new Int32Array(started), 0, 0);
  return { request: { loop: true, started } as const, isRunning: Promise.resolve(value) };
}

test('answers many requests, each with its own reply', async () => {
  const thread = setup();
  const words = ['one', 'two', 'three'];
  expect(await Promise.all(words.map((echo) => thread.ask({ echo })))).toEqual(words);
});

test('fails a request with what was thrown, and goes on', async () => {
  const thread = setup();
  await expect(thread.ask({ fail: 'not like this' })).rejects.toThrow('not like this');
  expect(await thread.ask({ echo: 'next' })).toBe('next');
});

test('ends a request that takes too long; those behind it are answered', async () => {
  const thread = setup(50);
  const [stuck, behind] = await Promise.allSettled([
    thread.ask(endless().request),
    thread.ask({ echo: 'behind' }),
  ]);
  expect(stuck).toMatchObject({ status: 'rejected', reason: expect.any(ThreadTimeout) });
  expect(behind).toEqual({ status: 'fulfilled', value: 'behind' });
});

test('ends a request that is aborted while it runs; those behind it are answered', async () => {
  const thread = setup();
  const controller = new AbortController();
  const { request, isRunning } = endless();
  const stuck = thread.ask(request, controller.signal);
  const behind = thread.ask({ echo: 'behind' });
  await isRunning;
  const reason = new Error('cancelled');
  controller.abort(reason);
  await expect(stuck).rejects.toBe(reason);
  expect(await behind).toBe('behind');
});

test('a request that is aborted while it waits is not begun', async () => {
  const thread = setup();
  const [first, second] = [new AbortController(), new AbortController()];
  const { request, isRunning } = endless();
  const running = thread.ask(request, first.signal);
  const waiting = thread.ask(endless().request, second.signal);
  await isRunning;
  second.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
  first.abort(new Error('cancelled, too'));
  await expect(running).rejects.toThrow('cancelled, too');
  expect(await thread.ask({ echo: 'next' })).toBe('next');
});

test('a request whose signal is aborted already is not begun', async () => {
  const reason = new Error('cancelled');
  await expect(setup().ask({ echo: 'never' }, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test.each<[string, TestRequest, string]>([
  ['dies', { exit: true }, 'The thread has ended'],
  ['has a defect', { crash: true }, 'The thread has failed'],
])('a thread that %s fails the request that it works on, and no other', async (_, request, message) => {
  const thread = setup();
  const [lost, behind] = await Promise.allSettled([thread.ask(request), thread.ask({ echo: 'behind' })]);
  expect(lost).toMatchObject({ status: 'rejected', reason: { message } });
  expect(behind).toEqual({ status: 'fulfilled', value: 'behind' });
});

test('a module that cannot be loaded fails each request', async () => {
  const thread = new TimedThread<string, string>(new URL('./missing.main.ts', import.meta.url), 1_000);
  const results = await Promise.allSettled([thread.ask('a'), thread.ask('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
