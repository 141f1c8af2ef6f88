import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topics } from '../listener/channels.ts';
import { Subscribers } from '../listener/subscribers.ts';
import type { JobEvent, NewJobEvent } from '../log/jobEvent.ts';
import { subscribeToJob } from './subscribeToJob.ts';

const progressed: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };
const completed: NewJobEvent = { type: 'JobCompleted', payload: { canvasVersion: 1, objectCount: 1 } };
const failed: NewJobEvent = {
  type: 'JobFailed',
  payload: { error: { code: 'X', message: 'x', retryable: false } },
};
const requeued: NewJobEvent = { type: 'JobQueued', payload: { retry: true } };

const outage = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A job without polling: a subscriber reads only what it was woken for. */
class FakeJob {
  readonly followed = new Subscribers();
  readonly log: JobEvent[] = [];
  finished = false;
  reads = 0;
  /** Runs after a page has been read, and before the subscriber gets it. */
  afterRead: () => void = () => undefined;
  /** Runs before each answer of the database; what it throws is the database's answer. */
  beforeAnswer: () => void = () => undefined;

  append(...events: NewJobEvent[]): void {
    for (const event of events) {
      const place = { jobId: 'j', seq: this.log.length + 1, attempt: 1, at: new Date(0) };
      this.log.push({ ...event, ...place });
      this.finished = event.type === 'JobCompleted' || event.type === 'JobFailed';
    }
    this.notify();
  }

  notify(lastSeq = this.log.length): void {
    this.followed.wake(topics.job('j'), { jobId: 'j', ownerId: 'o', canvasId: 'c', lastSeq });
  }

  follow(after = 0) {
    const hub = { subscribe: this.followed.add.bind(this.followed) };
    const read = async (_jobId: string, cursor: number, limit: number) => {
      this.reads += 1;
      this.beforeAnswer();
      const events = this.log.filter(({ seq }) => seq > cursor).slice(0, limit);
      const ended = this.finished && (events.at(-1)?.seq ?? cursor) >= this.log.length;
      this.afterRead();
      return { events, ended };
    };
    return subscribeToJob({ hub, read }, 'j', after);
  }

  async sequences(after = 0): Promise<number[]> {
    return (await Array.fromAsync(this.follow(after))).map(({ seq }) => seq);
  }
}

const upTo = (last: number, first = 1) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

describe('a subscriber to a job that has ended', () => {
  it('gets the whole log, then the end', async () => {
    const job = new FakeJob();
    job.append(progressed, progressed, completed);
    expect(await job.sequences()).toEqual([1, 2, 3]);
    expect(job.followed.count).toBe(0);
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

  it.each([49, 50, 51, 100, 101])('gets a log of %i events, page by page', async (length) => {
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

describe('a subscriber to a running job', () => {
  it('gets what is appended while it waits', async () => {
    const job = new FakeJob();
    const following = job.follow();
    for (const event of [progressed, progressed, completed]) {
      const next = following.next();
      job.append(event);
      expect((await next).value).toBe(job.log.at(-1));
    }
    expect(await following.next()).toEqual({ value: undefined, done: true });
  });

  it('does not miss what is appended between its read and its wait', async () => {
    const job = new FakeJob();
    const toCome = [progressed, progressed, completed];
    job.afterRead = () => {
      const event = toCome.shift();
      if (event !== undefined) job.append(event);
    };
    expect(await job.sequences()).toEqual([1, 2, 3]);
  });

  it('goes on when the owner retries before it has seen the end', async () => {
    const job = new FakeJob();
    job.append(progressed, failed);
    job.afterRead = () => {
      job.afterRead = () => undefined;
      job.append(requeued, completed);
    };
    expect(await job.sequences()).toEqual([1, 2, 3, 4]);
  });

  it('waits out an outage of the database, and misses nothing', async () => {
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

  it('reads once for what it is told twice, and not at all for what it has', async () => {
    const job = new FakeJob();
    job.append(progressed);
    const following = job.follow();
    await following.next();
    const next = following.next();
    job.append(progressed, progressed);
    job.notify(2);
    await next;
    await following.next();
    expect(job.reads).toBe(2);
    const last = following.next();
    job.notify(1);
    job.notify();
    await nextTurn();
    expect(job.reads).toBe(2);
    job.append(completed);
    expect((await last).value).toBe(job.log[3]);
    await following.return();
  });

  it('sees the end also when its cursor lies beyond it', async () => {
    const job = new FakeJob();
    job.append(progressed);
    const next = job.follow(99).next();
    job.append(completed);
    expect((await next).done).toBe(true);
  });

  it('looks again when it is woken without being told what for', async () => {
    const job = new FakeJob();
    job.append(progressed);
    const following = job.follow();
    await following.next();
    const next = following.next();
    job.finished = true;
    job.followed.wake(topics.job('j'), null);
    expect((await next).done).toBe(true);
  });

  it('fails on an error that will not pass, and stops listening', async () => {
    const job = new FakeJob();
    job.beforeAnswer = () => {
      throw new Error('relation "job_event" does not exist');
    };
    await expect(job.follow().next()).rejects.toThrow('does not exist');
    expect(job.followed.count).toBe(0);
  });

  it('leaves at once when its reader leaves, and stops listening', async () => {
    const job = new FakeJob();
    job.append(progressed);
    const following = job.follow();
    await following.next();
    const pending = following.next();
    expect(job.followed.count).toBe(1);
    await following.return();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(job.followed.count).toBe(0);
  });

  it('gets every event once and in order, however the appending and the reading fall', async () => {
    const batch = fc.record({ size: fc.integer({ min: 1, max: 120 }), turns: fc.nat({ max: 4 }) });
    const batches = fc.array(batch, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(batches, fc.nat({ max: 300 }), async (toCome, after) => {
        const job = new FakeJob();
        const following = job.sequences(after);
        for (const { size, turns } of toCome) {
          for (let turn = 0; turn < turns; turn += 1) await nextTurn();
          job.append(...Array<NewJobEvent>(size).fill(progressed));
        }
        job.append(completed);
        expect(await following).toEqual(upTo(job.log.length, after + 1));
      }),
      { numRuns: 50 },
    );
  });
});
