import type { Sql } from '../../database/connection.ts';
import { idChannels, type JobChange, topics } from './channels.ts';
import type { Followed } from './followed.ts';

/** How far a look reaches back behind the one before it, in milliseconds: events are written before they are committed. */
const overlapMs = 15_000;

/**
 * Finds what changed without anybody having been woken: a notification is only a hint, and may get lost. One look
 * serves all followers of the process.
 */
export class MissedChanges {
  readonly #sql: Sql;
  readonly #followed: Followed;
  /** How far the logs that owners' followers have lately been told of had got. */
  #told = new Map<string, number>();
  #toldSinceLook = new Set<string>();
  #lookedAt = performance.now();

  constructor(sql: Sql, followed: Followed) {
    this.#sql = sql;
    this.#followed = followed;
  }

  /** A notification has woken the followers of the change. */
  note({ jobId, lastSeq }: JobChange): void {
    this.#told.set(jobId, Math.max(lastSeq, this.#told.get(jobId) ?? 0));
    this.#toldSinceLook.add(jobId);
  }

  /** Looks at all that is followed, and wakes those for whom there is news. */
  async look(): Promise<void> {
    const began = performance.now();
    this.#toldSinceLook = new Set();
    this.#wakeWhoLookThemselves();
    await this.#lookAtJobs(this.#followed.ids('job'));
    await this.#lookAtOwners(this.#followed.ids('owner'), began - this.#lookedAt + overlapMs);
    this.#lookedAt = began;
  }

  #wakeWhoLookThemselves(): void {
    for (const kind of idChannels.values())
      for (const id of this.#followed.ids(kind)) this.#followed.wake(topics[kind](id), null);
  }

  async #lookAtJobs(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await this.#sql.query<JobChange>(
      `SELECT ${columns} FROM canvas_job job WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.jobId, row]));
    // A job that is gone concerns its followers, too.
    for (const id of ids) this.#followed.wake(topics.job(id), found.get(id) ?? null);
  }

  async #lookAtOwners(ids: string[], reachMs: number): Promise<void> {
    const rows = ids.length === 0 ? [] : await changesOfOwners(this.#sql, ids, reachMs);
    const told = new Map<string, number>();
    for (const change of rows) {
      const before = this.#told.get(change.jobId) ?? 0;
      told.set(change.jobId, Math.max(before, change.lastSeq));
      if (change.lastSeq > before) this.#followed.wake(topics.owner(change.ownerId), change);
    }
    // What was told before is out of reach for the next look, and forgotten.
    for (const jobId of this.#toldSinceLook) told.set(jobId, this.#told.get(jobId) ?? 0);
    this.#told = told;
  }
}

const columns = `
  job.id AS "jobId", job.owner_id AS "ownerId", job.canvas_id AS "canvasId", job.last_seq AS "lastSeq"`;

/** The owners' jobs whose logs have grown within the last `reachMs` milliseconds. */
export async function changesOfOwners(sql: Sql, ownerIds: string[], reachMs: number): Promise<JobChange[]> {
  const { rows } = await sql.query<JobChange>(
    // Two halves, each with an index of its own: what is not over, and what ended lately. `now()`, since an index is
    // of no use for what changes within the statement.
    `SELECT ${columns}
     FROM canvas_job job JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
     WHERE job.owner_id = ANY($1::uuid[]) AND job.finished_at IS NULL
       AND event.at > now() - $2 * interval '1 millisecond'
     UNION ALL
     SELECT ${columns} FROM canvas_job job
     WHERE job.owner_id = ANY($1::uuid[])
       AND job.finished_at > now() - $2 * interval '1 millisecond'`,
    [ownerIds, reachMs],
  );
  return rows;
}
