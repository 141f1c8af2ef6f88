import type { Sql } from '../../database/statement.ts';
import { idChannels, topics } from './channels.ts';
import type { JobChange } from './sql/jobChange.ts';
import { readJobChanges } from './sql/readJobChanges.ts';
import { readOwnersChanges } from './sql/readOwnersChanges.ts';
import type { Subscribers } from './subscribers.ts';

/** How far a poll reaches back behind the one before, in milliseconds: events get their time before they are committed. */
const overlapMs = 15_000;

/**
 * Finds changes whose notification got lost, by one poll for all subscribers of the process.
 */
export class MissedChanges {
  readonly #sql: Sql;
  readonly #subscribers: Subscribers;
  /** Last sequence that the subscribers of owners were woken for, by job. */
  #notified = new Map<string, number>();
  #notifiedSincePoll = new Set<string>();
  #polledAt = performance.now();

  constructor(sql: Sql, subscribers: Subscribers) {
    this.#sql = sql;
    this.#subscribers = subscribers;
  }

  /** Records that a notification has woken the subscribers of the change. */
  markNotified({ jobId, lastSeq }: JobChange): void {
    this.#notified.set(jobId, Math.max(lastSeq, this.#notified.get(jobId) ?? 0));
    this.#notifiedSincePoll.add(jobId);
  }

  /** Wakes the subscribers of everything that has changed. */
  async poll(): Promise<void> {
    const began = performance.now();
    this.#notifiedSincePoll = new Set();
    this.#wakeByIds();
    await this.#pollJobs(this.#subscribers.ids('job'));
    await this.#pollOwners(this.#subscribers.ids('owner'), began - this.#polledAt + overlapMs);
    this.#polledAt = began;
  }

  /** Subscribers of topics without a log find out themselves whether something has changed. */
  #wakeByIds(): void {
    for (const kind of idChannels.values())
      for (const id of this.#subscribers.ids(kind)) this.#subscribers.wake(topics[kind](id), null);
  }

  async #pollJobs(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await readJobChanges(this.#sql, { jobIds: ids });
    const found = new Map(rows.map((row) => [row.jobId, row]));
    // Subscribers of a job that has been removed have to end.
    for (const id of ids) this.#subscribers.wake(topics.job(id), found.get(id) ?? null);
  }

  async #pollOwners(ids: string[], reachMs: number): Promise<void> {
    const changes = ids.length === 0 ? [] : await readOwnersChanges(this.#sql, { ownerIds: ids, reachMs });
    const notified = new Map<string, number>();
    for (const change of changes) {
      const before = this.#notified.get(change.jobId) ?? 0;
      notified.set(change.jobId, Math.max(before, change.lastSeq));
      if (change.lastSeq > before) this.#subscribers.wake(topics.owner(change.ownerId), change);
    }
    // Older entries are out of reach for the next poll, and are dropped.
    for (const jobId of this.#notifiedSincePoll) notified.set(jobId, this.#notified.get(jobId) ?? 0);
    this.#notified = notified;
  }
}
