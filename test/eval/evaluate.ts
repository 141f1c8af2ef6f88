import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { PlanHeader } from '../../src/canvas/model/plan.ts';
import { layOutDiagram } from '../../worker/layout/layOutDiagram.ts';
import { measureQuality, type Quality } from '../../worker/layout/quality/quality.ts';
import { PlanDraft } from '../../worker/plan/planDraft.ts';
import type { PlannerEvent } from '../../worker/planners/planner.ts';
import { PlannerError } from '../../worker/planners/plannerError.ts';
import { lowestContrast } from './contrast.ts';
import { type Movement, movementOf } from './movement.ts';

/** An instruction with what plans it. */
export type EvalCase = {
  name: string;
  /** Who plans, for the report. */
  source: string;
  instruction: string;
  /** Code of the error that this must end in; null when it must give a canvas. */
  expectedFailure: string | null;
  plan(): AsyncIterable<PlannerEvent>;
};

/** What became of a case. */
export type Evaluation = Pick<EvalCase, 'name' | 'source' | 'instruction'> & {
  header: PlanHeader;
  objects: CanvasObject[];
  warnings: string[];
  /** What went wrong where it should not have, or did not go wrong where it should have. */
  failure: string | null;
  quality: Quality;
  /** Lowest contrast of any text to its background, in both themes. */
  contrast: number;
  /** Time of the final layout in milliseconds. */
  layoutMs: number;
  movement: Movement;
};

/** A layout that falls back on a simpler one is no layout. */
function fail(error: unknown): never {
  throw error;
}

/**
 * Takes a case through what the worker does with it: the plan as it comes in, previews, and the final layout.
 *
 * @param previews How many previews are looked at to measure movement; 0: none.
 */
export async function evaluate(evalCase: EvalCase, previews: number): Promise<Evaluation> {
  const { name, source, instruction } = evalCase;
  let draft = new PlanDraft();
  const drafts = [draft.diagram];
  const warnings: string[] = [];
  let error: unknown;
  try {
    for await (const event of evalCase.plan()) {
      if (event.type === 'header') draft.header = event.header;
      if (event.type === 'restart') draft = new PlanDraft();
      if (event.type === 'warning') warnings.push(event.message);
      if (event.type !== 'object') continue;
      draft.add(event.object);
      drafts.push(draft.diagram);
    }
  } catch (caught) {
    error = caught;
  }
  draft.finish();
  const began = performance.now();
  const objects = await layOutDiagram(draft.diagram, fail);
  const layoutMs = performance.now() - began;
  if (error === undefined && draft.isEmpty) error = new PlannerError('OUTPUT_EMPTY', '', { retryable: true });
  return {
    name,
    source,
    instruction,
    header: draft.header,
    objects,
    warnings: [...warnings, ...draft.warnings],
    failure: unexpected(error, evalCase.expectedFailure),
    quality: measureQuality(objects),
    contrast: lowestContrast(objects),
    layoutMs,
    movement: await movementOf(drafts, objects, previews),
  };
}

function unexpected(error: unknown, expected: string | null): string | null {
  if (error !== undefined && !(error instanceof PlannerError)) throw error;
  const code = error?.code ?? null;
  if (code === expected) return null;
  return expected === null ? `failed with ${code}` : `should have failed with ${expected}, not ${code}`;
}
