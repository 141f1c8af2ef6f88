import type { CanvasReader } from '../../canvas/versions/canvasReader.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../database/connection.ts';
import type { Reads } from '../../database/replica/reads.ts';
import type { JobEventSource } from '../../events/subscriptions/subscribeToJob.ts';
import type { JobLimits } from '../../jobs/commands/jobLimits.ts';
import type { JobIdentities } from '../../jobs/jobIdentities.ts';
import type { QueueReader } from '../../jobs/queue/queueReader.ts';
import type { WorkerLoader } from '../../jobs/workers/workerLoader.ts';
import type { Logger } from '../../log.ts';
import type { SupervisorReport } from '../../service/supervisor.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { AnswerSize } from './answerSize.ts';

/** What resolvers use; one per process. */
export type Services = {
  config: Config;
  database: Database;
  reads: Reads;
  events: JobEventSource;
  queue: QueueReader;
  jobIdentities: JobIdentities;
  watchBudgets: NonNullable<JobLimits['watchBudgets']>;
  /** States of the services under the same supervisor; undefined without one. */
  supervised: () => SupervisorReport | undefined;
  log: Logger;
};

/** What resolvers use of one request. */
export type Context = Services & {
  /** Reads objects of canvases. */
  objects: CanvasReader;
  /** The same for files: may read from the replica. */
  exported: CanvasReader;
  workers: WorkerLoader;
  /** Counts the values of the answer. */
  answer: AnswerSize;
  /** Queues the events of a subscription with the user's other operations. */
  eventTurns: { events<T>(source: AsyncGenerator<T>): AsyncGenerator<T>; end(): void };
  /** Null when the request came without a token. */
  viewer: Viewer | null;
  /** When the viewer's token expires; null when it never does. */
  signedInUntil: Date | null;
  /** In every log line and masked error of the request. */
  requestId: string;
};

/** The viewer of a field that only signed-in users reach. */
export function viewerOf(context: Context): Viewer {
  if (context.viewer === null) throw new Error('the field lacks the auth scope "user"');
  return context.viewer;
}
