import type { Sql } from '../database/statement.ts';
import { RecentValues } from '../recentValues.ts';
import { type JobIdentity, readJobIdentity } from './sql/readJobIdentity.ts';

/** Finds what never changes of a job, without reading it of one that was lately created or followed. */
export type JobIdentities = {
  /** Undefined when there is no such job. */
  find(jobId: string): Promise<JobIdentity | undefined>;
  remember(job: JobIdentity): void;
};

const maxRemembered = 10_000;
const rememberedMs = 10_000;

export function createJobIdentities(sql: Sql): JobIdentities {
  const recent = new RecentValues<JobIdentity>(maxRemembered, rememberedMs);
  const remember = ({ id, ownerId, traceParent }: JobIdentity) =>
    recent.set(id, { id, ownerId, traceParent });
  return {
    remember,
    async find(jobId) {
      const known = recent.get(jobId);
      if (known !== undefined) return known;
      const job = await readJobIdentity(sql, { jobId });
      if (job !== undefined) remember(job);
      return job;
    },
  };
}
