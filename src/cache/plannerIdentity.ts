import { PLAN_SCHEMA_VERSION } from '../canvas/model/plan.ts';
import type { Config } from '../config.ts';

/** Raise on every change of the prompt in worker/planners/openai: results of an older one are not reused. */
export const promptVersion = 8;

/** Raise when the sketcher or the layout gives another result for the same instruction. */
export const layoutVersion = 7;

/** The planner, as far as a result depends on it. */
export type PlannerIdentity = { name: 'openai' | 'sketcher'; model: string | null; version: string };

/** The planner that the configuration asks for. */
export function plannerIdentity({ openai }: Config): PlannerIdentity {
  const version = [PLAN_SCHEMA_VERSION, promptVersion, layoutVersion].join('.');
  return openai === null
    ? { name: 'sketcher', model: null, version }
    : { name: 'openai', model: openai.model, version };
}
