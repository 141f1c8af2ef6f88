import type { Client, ReceivedEvent } from '../installation/jobClient.ts';

/** How an accepted job was observed to end; undefined while it has not. */
export type Ending = 'JobCompleted' | 'JobFailed' | 'JobCancelled';

/** A job that was accepted. */
export type ObservedJob = {
  id: string;
  /** Who asked for it. */
  client: Client;
  ending?: Ending;
  /** Whether a user asked to cancel it. */
  isCancelled: boolean;
  /** Milliseconds from the request to the last event. */
  totalMs?: number;
  /** Milliseconds of it in which the planner was at work. */
  planningMs?: number;
};

/** What users have seen. */
export class Observations {
  readonly jobs: ObservedJob[] = [];
  /** Milliseconds from each request for a job to its answer. */
  readonly creations: number[] = [];
  operations = 0;
  /** Failed operations, by their messages. */
  readonly errors = new Map<string, number>();

  /** Counts an operation, and its failure. @returns Its result; undefined when it failed. */
  async count<T>(operation: () => Promise<T>): Promise<T | undefined> {
    this.operations += 1;
    try {
      return await operation();
    } catch (error) {
      const message = error instanceof Error ? error.message : JSON.stringify(error);
      this.errors.set(message, (this.errors.get(message) ?? 0) + 1);
      return undefined;
    }
  }

  get errorCount(): number {
    return this.errors.values().reduce((sum, count) => sum + count, 0);
  }
}

/** Milliseconds of a job's events in which the planner was at work, in all attempts. */
export function planningMsOf(events: readonly ReceivedEvent[]): number {
  let total = 0;
  let began: number | undefined;
  for (const { __typename, at, phase } of events) {
    const time = Date.parse(at);
    if (phase === 'PLANNING') began ??= time;
    else if (began !== undefined && endsPlanning(__typename, phase)) {
      total += time - began;
      began = undefined;
    }
  }
  return total;
}

function endsPlanning(type: string, phase: string | undefined): boolean {
  return type === 'JobProgressed' ? phase === 'LAYING_OUT' : type !== 'ObjectsGenerated';
}
