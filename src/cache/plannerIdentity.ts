import { PLAN_SCHEMA_VERSION } from '../canvas/model/plan.ts';
import type { Config } from '../config.ts';

/** Raise on every change of the prompt in worker/planners/openai: results of an older one are not reused. */
export const PROMPT_VERSION = 3;

/** Raise when the sketcher or the layout draws the same instruction differently. */
export const DRAWING_VERSION = 2;

/** What plans, as far as a result depends on it. */
export type PlannerIdentity = { name: 'openai' | 'sketcher'; model: string | null; version: string };

/** The planner that the configuration asks for. */
export function plannerIdentity({ openai }: Config): PlannerIdentity {
  const version = [PLAN_SCHEMA_VERSION, PROMPT_VERSION, DRAWING_VERSION].join('.');
  return openai === null
    ? { name: 'sketcher', model: null, version }
    : { name: 'openai', model: openai.model, version };
}
