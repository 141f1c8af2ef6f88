import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { topics } from './channels.ts';
import { followJob } from './followJob.ts';
import type { EventHub, Wake } from './hub.ts';
import type { JobEvent, NewJobEvent } from './jobEvent.ts';

const progressed: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };
const completed: NewJobEvent = { type: 'JobCompleted', payload: { canvasVersion: 1, objectCount: 1 } };
const failed: NewJobEvent = {
  type: 'JobFailed',
  payload: { error: { code: 'X', message: 'x', retryable: false } },
};
const requeued: NewJobEvent = { type: 'JobQueued', payload: { retry: true } };

const outage = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** Far below the follower's slow poll: what is seen within it was not found by polling. */
const promptly = 2_500;

class FakeHub implements EventHub {
  readonly listening = true;
  readonly #wakes = new Map<string, Set<Wake>>();

  subscribe(topic: string, wake: Wake): () => void {
    const wakes = this.#wakes.get(topic) ?? new Set();
    this.#wakes.set(topic, wakes.add(wake));
    return () => wakes.delete(wake);
  }

  notify(topic: string): void {
    for (const wake of this.#wakes.get(topic) ?? []) wake('');
  }

  get followers(): number {
    return this.#wakes.values().reduce((sum, wakes) => sum + wakes.size, 0);
  }

  async close(): Promise<void> {}
}

/** One job with its log, as the follower sees them through its reader, the pool and the hub. */
class FakeJob {
  readonly hub = new FakeHub();
  readonly log: JobEvent[] = [];
  finished = false;
  /** Runs after a page has been read, and before the follower gets it. */
  afterRead: () => void = () => undefined;
  /** Runs before each answer of the database; what it throws is the database's answer. */
  beforeAnswer: (what: 'events' | 'job') => void = () => undefined;

  append(...events: NewJobEvent[]): void {
    for (const event of events) {
      const place = { jobId: 'j', seq: this.log.length + 1, attempt: 1, at: new Date(0) };
      this.log.push({ ...event, ...place });
      this.finished = event === completed || event === failed;
    }
    this.hub.notify(topics.job('j'));
  }

  follow(after = 0) {
    const job = this;
    const pool = Object.assign(new pg.Pool(), {
      async query(_statement: string, [, cursor = 0]: number[]) {
        job.beforeAnswer('job');
        return { rowCount: job.finished && job.log.length <= cursor ? 0 : 1 };
      },
    });
    const read = async (_jobId: string, cursor: number, limit: number) => {
      this.beforeAnswer('events');
      const page = this.log.filter(({ seq }) => seq > cursor).slice(0, limit);
      this.afterRead();
      return page;
    };
    return followJob({ pool, hub: this.hub, read }, 'j', after);
  }

  async sequences(after = 0): Promise<number[]> {
    return (await Array.fromAsync(this.follow(after))).map(({ seq }) => seq);
  }
}

const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('a follower of a job that has ended', () => {
  it('gets the whole log, then the end', async () => {
    const job = new FakeJob();
    job.append(progressed, progressed, completed);
    expect(await job.sequences()).toEqual([1, 2, 3]);
    expect(job.hub.followers).toBe(0);
  });

  it.each([
    [1, [2, 3]],
    [3, []],
    [99, []],
  ])('gets exactly what follows after %i', async (after, expected) => {
    const job = new FakeJob();
    job.append(progressed, progressed, completed);
    expect(await job.sequences(after)).toEqual(expected);
  });

  it.each([199, 200, 201, 400, 401])('gets a log of %i events, page by page', async (length) => {
    const job = new FakeJob();
    job.append(...Array<NewJobEvent>(length - 1).fill(progressed), completed);
    expect(await job.sequences()).toEqual(upTo(length));
  });

  it('is not held up by an earlier end that was followed by a retry', async () => {
    const job = new FakeJob();
    job.append(progressed, failed, requeued, progressed, completed);
    expect(await job.sequences()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a follower of a running job', () => {
  it('gets what is appended while it waits', { timeout: promptly }, async () => {
    const job = new FakeJob();
    const following = job.follow();
    for (const event of [progressed, progressed, completed]) {
      const next = following.next();
      job.append(event);
      expect((await next).value).toBe(job.log.at(-1));
    }
    expect(await following.next()).toEqual({ value: undefined, done: true });
  });

  it('does not miss what is appended between its read and its wait', { timeout: promptly }, async () => {
    const job = new FakeJob();
    const toCome = [progressed, progressed, completed];
    job.afterRead = () => {
      const event = toCome.shift();
      if (event !== undefined) job.append(event);
    };
    expect(await job.sequences()).toEqual([1, 2, 3]);
  });

  it('goes on when the owner retries before it has seen the end', { timeout: promptly }, async () => {
    const job = new FakeJob();
    job.append(progressed, failed);
    job.afterRead = () => {
      job.afterRead = () => undefined;
      job.append(requeued, completed);
    };
    expect(await job.sequences()).toEqual([1, 2, 3, 4]);
  });

  it('waits out an outage of the database, and misses nothing', { timeout: promptly }, async () => {
    const job = new FakeJob();
    job.append(progressed);
    let answers = 0;
    job.beforeAnswer = () => {
      answers += 1;
      if (answers <= 2) throw outage();
    };
    const following = job.follow();
    expect((await following.next()).value).toBe(job.log[0]);
    job.append(completed);
    expect((await following.next()).value).toBe(job.log[1]);
    expect((await following.next()).done).toBe(true);
  });

  it('lives on when the database goes as it asks whether the job is over', {
    timeout: promptly,
  }, async () => {
    const job = new FakeJob();
    job.beforeAnswer = (what) => {
      if (what === 'job') throw outage();
    };
    const following = job.follow();
    const next = following.next();
    job.append(progressed);
    expect((await next).value).toBe(job.log[0]);
    await following.return();
  });

  it('fails on an error that will not pass, and stops listening', async () => {
    const job = new FakeJob();
    job.beforeAnswer = () => {
      throw new Error('relation "job_event" does not exist');
    };
    await expect(job.follow().next()).rejects.toThrow('does not exist');
    expect(job.hub.followers).toBe(0);
  });

  it('leaves at once when its reader leaves, and stops listening', { timeout: promptly }, async () => {
    const job = new FakeJob();
    job.append(progressed);
    const following = job.follow();
    await following.next();
    const pending = following.next();
    expect(job.hub.followers).toBe(1);
    await following.return();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(job.hub.followers).toBe(0);
  });

  it('gets every event once and in order, however the appending and the reading fall', async () => {
    const batches = fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(batches, fc.nat({ max: 300 }), async (sizes, after) => {
        const job = new FakeJob();
        const toCome = [...sizes];
        job.append(progressed);
        job.afterRead = () => {
          const size = toCome.shift();
          if (size !== undefined) job.append(...Array<NewJobEvent>(size).fill(progressed));
          else if (!job.finished) job.append(completed);
        };
        const sequences = await job.sequences(after);
        expect(sequences).toEqual(upTo(job.log.length, after + 1));
      }),
      { numRuns: 50 },
    );
  });
});
