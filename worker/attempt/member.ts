import type { CanvasObject } from '../../src/canvas/model/object.ts';
import { idsOwnedBy, replaceIds } from '../../src/canvas/model/replaceIds.ts';
import type { AttemptProgress } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import type { AttemptId, Job } from '../../src/jobs/job.ts';
import { type AttemptControl, controlAttempt } from './attemptControl.ts';
import { AttemptLog } from './attemptLog.ts';
import type { Engine } from './engine.ts';

/**
 * A job that a generation works for: it has an attempt, a log, and a canvas of its own. The job that the
 * generation was started for has the plan's own objects; every other one has copies with ids of its own.
 */
export class Member {
  readonly job: Job;
  readonly id: AttemptId;
  readonly control: AttemptControl;
  readonly #log: AttemptLog;
  /** Whether the generation was started for this job. */
  readonly isFounder: boolean;

  constructor(engine: Engine, job: Job, founder: boolean) {
    this.job = job;
    this.id = { jobId: job.id, number: job.attempt };
    this.isFounder = founder;
    this.control = controlAttempt({
      pool: engine.pool,
      hub: engine.hub,
      attempt: this.id,
      timeoutMs: engine.config.JOB_TIMEOUT_MS,
      handBack: engine.handBack,
    });
    this.#log = new AttemptLog(engine.pool, job, this.control.signal);
  }

  /** The objects of the plan as this job's own. */
  own(objects: CanvasObject[]): CanvasObject[] {
    return this.isFounder ? objects : replaceIds(objects, idsOwnedBy(this.job.id));
  }

  /** Appends events to the job's log. @throws AttemptAborted when the attempt is not wanted any more. */
  async append(events: readonly NewJobEvent[], progress: AttemptProgress): Promise<void> {
    await this.#log.append(
      events.map((event) => this.#ownEvent(event)),
      progress,
    );
  }

  #ownEvent(event: NewJobEvent): NewJobEvent {
    if (event.type !== 'ObjectsGenerated') return event;
    return { ...event, payload: { ...event.payload, objects: this.own(event.payload.objects) } };
  }
}
