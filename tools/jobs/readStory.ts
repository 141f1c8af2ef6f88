import type { Database } from '../../src/database/connection.ts';
import { entryKeyOf } from '../../src/jobs/queue/queueEntries.ts';
import { readQueueControl } from '../../src/jobs/queue/sql/readQueueControl.ts';
import { countLiveWorkers } from '../../src/jobs/workers/sql/countLiveWorkers.ts';
import { findQueueEntry } from './sql/findQueueEntry.ts';

/** Everything that the database knows about a job, for operators; undefined when there is no such job. */
export async function readStory({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>, id: string) {
  const job = await prisma.canvasJob.findUnique({
    where: { id },
    include: {
      owner: { select: { id: true, subject: true } },
      canvas: { select: { title: true, version: true, deletedAt: true } },
      attempts: { orderBy: { number: 'asc' } },
      events: { orderBy: { seq: 'asc' } },
      versions: { select: { number: true, kind: true, createdAt: true, addedCount: true } },
    },
  });
  if (job === null) return undefined;
  const workers = await prisma.worker.findMany({
    where: { id: { in: job.attempts.map(({ workerId }) => workerId) } },
  });
  const entry = await findQueueEntry(pool, { key: entryKeyOf(id) });
  const pause = await readQueueControl(pool);
  return { job, workers, entry, pause, liveWorkers: await countLiveWorkers(pool) };
}

export type Story = NonNullable<Awaited<ReturnType<typeof readStory>>>;
