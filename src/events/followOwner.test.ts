import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { topics } from './channels.ts';
import { followOwner } from './followOwner.ts';
import type { EventHub, Wake } from './hub.ts';

/** Far below the follower's slow poll: what is told within it was not found by polling. */
const promptly = 2_500;

/** Jobs of one owner by id, with how far their logs have got. */
function setup(jobs: Record<string, number>) {
  const wakes = new Set<Wake>();
  const asked: unknown[][] = [];
  const problems: Error[] = [];
  const hub: EventHub = {
    subscribe(topic, wake) {
      expect(topic).toBe(topics.owner('o'));
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    listening: true,
    get followers() {
      return wakes.size;
    },
    close: async () => undefined,
  };
  const pool = Object.assign(new pg.Pool(), {
    async query(_statement: string, parameters: unknown[]) {
      asked.push(parameters);
      const problem = problems.shift();
      if (problem !== undefined) throw problem;
      return { rows: Object.entries(jobs).map(([id, last_seq]) => ({ id, last_seq })) };
    },
  });
  const change = (id: string) => {
    jobs[id] = (jobs[id] ?? 0) + 1;
    for (const wake of wakes) wake(null);
  };
  const source = { pool, hub, read: async () => [] };
  /** Resolves when the follower knows what is there already, and waits for more. */
  const settled = async () => {
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { source, hub, change, asked, problems, settled };
}

describe('a follower of an owner', { timeout: promptly }, () => {
  it('is told of jobs that change or come, not of those that are there', async () => {
    const { source, change, settled } = setup({ a: 3, b: 1 });
    const following = followOwner(source, 'o');
    const first = following.next();
    await settled();
    change('b');
    expect(await first).toEqual({ value: 'b', done: false });
    change('c');
    expect(await following.next()).toEqual({ value: 'c', done: false });
    await following.return();
  });

  it('is told of a burst of changes once', async () => {
    const { source, change, settled } = setup({ a: 1, b: 1 });
    const following = followOwner(source, 'o');
    const first = following.next();
    await settled();
    for (let count = 0; count < 5; count += 1) change('a');
    expect((await first).value).toBe('a');
    change('b');
    expect((await following.next()).value).toBe('b');
    await following.return();
  });

  it.each([
    [undefined, null],
    ['canvas', 'canvas'],
  ])('asks for the jobs on the canvas %s', async (canvasId, parameter) => {
    const { source, asked, settled } = setup({});
    const following = followOwner(source, 'o', canvasId);
    const pending = following.next();
    await settled();
    expect(asked[0]).toEqual(['o', parameter]);
    await following.return();
    await pending;
  });

  it('waits out an outage of the database', async () => {
    const { source, change, problems, settled } = setup({ a: 1 });
    const following = followOwner(source, 'o');
    const first = following.next();
    await settled();
    problems.push(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    change('a');
    expect((await first).value).toBe('a');
    await following.return();
  });

  it('ends at once when its reader leaves, and stops listening', async () => {
    const { source, hub, settled } = setup({ a: 1 });
    const following = followOwner(source, 'o');
    const pending = following.next();
    await settled();
    expect(hub.followers).toBe(1);
    await following.return();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(hub.followers).toBe(0);
  });
});
