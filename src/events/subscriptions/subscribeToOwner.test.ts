import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { topics } from '../listener/channels.ts';
import { readOwnersChanges } from '../listener/sql/readOwnersChanges.ts';
import { Subscribers } from '../listener/subscribers.ts';
import { jobExists } from './sql/jobExists.ts';
import { subscribeToOwner } from './subscribeToOwner.ts';

/** An owner whose jobs change when the test says so. `recent`: jobs that changed just before. */
function setup(recent: string[] = []) {
  const followed = new Subscribers();
  const removed = new Set<unknown>();
  const problems: Error[] = [];
  const asked = Promise.withResolvers<void>();
  const failOnce = () => {
    const problem = problems.shift();
    if (problem !== undefined) throw problem;
  };
  const pool = fakePool(
    when(jobExists, ({ jobId }) => {
      failOnce();
      return removed.has(jobId) ? [] : [{}];
    }),
    when(readOwnersChanges, () => {
      failOnce();
      asked.resolve();
      return recent.map((jobId) => ({ jobId, ownerId: 'o', canvasId: 'c', lastSeq: 1 }));
    }),
  );
  const change = (jobId: string, canvasId = 'c') =>
    followed.wake(topics.owner('o'), { jobId, ownerId: 'o', canvasId, lastSeq: 2 });
  const follow = (canvasId?: string) =>
    subscribeToOwner({ pool, hub: { subscribe: followed.add.bind(followed) } }, 'o', canvasId);
  return { follow, followed, change, removed, problems, asked: asked.promise };
}

describe('a subscriber to an owner', () => {
  it('is told of jobs as they change', async () => {
    const { follow, change, asked } = setup();
    const following = follow();
    const first = following.next();
    await asked;
    change('b');
    expect(await first).toEqual({ value: 'b', done: false });
    const second = following.next();
    change('c');
    expect((await second).value).toBe('c');
    await following.return();
  });

  it('begins with what changed just before it came', async () => {
    const following = setup(['a', 'b']).follow();
    expect([(await following.next()).value, (await following.next()).value]).toEqual(['a', 'b']);
    await following.return();
  });

  it('is told of a burst of changes once, and of every job that changed', async () => {
    const { follow, change, asked } = setup();
    const following = follow();
    const first = following.next();
    await asked;
    for (let count = 0; count < 50; count += 1) for (const id of ['a', 'b', 'c']) change(id);
    const told = [(await first).value, (await following.next()).value, (await following.next()).value];
    expect(told).toEqual(['a', 'b', 'c']);
    change('b');
    expect((await following.next()).value).toBe('b');
    await following.return();
  });

  it('is told of a change that comes while it reads the state before', async () => {
    const { follow, change } = setup(['a']);
    const following = follow();
    await following.next();
    change('a');
    expect((await following.next()).value).toBe('a');
    await following.return();
  });

  it('is told ten times a second at most', async () => {
    const { follow, change } = setup(['a']);
    const following = follow();
    await following.next();
    change('a');
    const early = delay(80, 'nothing yet');
    const next = following.next();
    expect(await Promise.race([next, early])).toBe('nothing yet');
    expect((await next).value).toBe('a');
    await following.return();
  });

  it('receives the jobs of one canvas only, if it asks for that', async () => {
    const { follow, change, asked } = setup();
    const following = follow('mine');
    const next = following.next();
    await asked;
    change('a', 'other');
    change('b', 'mine');
    expect((await next).value).toBe('b');
    await following.return();
  });

  it('is not told of a job that has been removed', async () => {
    const { follow, removed } = setup(['a', 'b']);
    removed.add('a');
    const following = follow();
    expect((await following.next()).value).toBe('b');
    await following.return();
  });

  it('waits out an outage of the database', async () => {
    const { follow, change, problems } = setup(['a']);
    const outage = () => Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    problems.push(outage());
    const following = follow();
    expect((await following.next()).value).toBe('a');
    problems.push(outage());
    change('b');
    expect((await following.next()).value).toBe('b');
    await following.return();
  });

  it('fails on an error that will not pass, and leaves', async () => {
    const { follow, followed, problems } = setup();
    problems.push(new Error('no such table'));
    await expect(follow().next()).rejects.toThrow('no such table');
    expect(followed.count).toBe(0);
  });

  it('ends at once when its reader leaves, wherever it is', async () => {
    const { follow, followed, asked } = setup(['a']);
    const waiting = follow();
    await waiting.next();
    const pending = waiting.next();
    await asked;
    expect(followed.count).toBe(1);
    await waiting.return();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(followed.count).toBe(0);
  });
});
