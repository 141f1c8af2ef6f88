import type { Config } from '../src/config.ts';
import { createOpenAiPlanner } from './planners/openai/openaiPlanner.ts';
import type { Planner } from './planners/planner.ts';
import { createSketcher } from './planners/sketcher/sketcher.ts';

/** The planner that the environment asks for: a model where one is configured, else the built-in sketcher. */
export function createPlanner(config: Config): Planner {
  return config.openai === null ? createSketcher() : createOpenAiPlanner(config.openai);
}
