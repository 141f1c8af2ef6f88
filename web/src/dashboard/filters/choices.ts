import type { JobErrorCode, JobPriority, JobType } from '../../generated/graphql.ts';
import { en } from '../../language/en/catalogue.ts';

/** Values that a filter can have. */
export const jobTypes = Object.keys(en.jobs.type) as JobType[];
export const priorities = Object.keys(en.jobs.priority) as JobPriority[];
export const errorCodes = Object.keys(en.jobs.error) as JobErrorCode[];
export const planners = Object.keys(en.jobs.planner) as (keyof typeof en.jobs.planner)[];

export function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}
