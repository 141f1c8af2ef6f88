import type { PlannerEvent } from '../planners/planner.ts';
import { PlannerError } from '../planners/plannerError.ts';
import type { Attempt } from './attempt.ts';
import { describeCanvas } from './canvasForPlanner.ts';
import { PlanDraft } from './planDraft.ts';
import { Preview } from './preview.ts';

/**
 * Asks the planner, and shows what comes back as it comes. The plan is in `attempt.draft`, also when this is
 * ended early.
 * @returns Warnings of the planner.
 * @throws PlannerError, AttemptAborted
 */
export async function generate(attempt: Attempt): Promise<string[]> {
  const { engine, job, control, existing } = attempt;
  const described = job.type === 'MODIFY_CANVAS' ? describeCanvas(existing, job.selection) : null;
  attempt.draft = new PlanDraft(described?.ids);
  const preview = new Preview(attempt);
  const warnings: string[] = [];
  const request = { instruction: job.instruction, canvas: described?.canvas ?? null };
  try {
    for await (const event of engine.planner.plan(request, control.signal)) {
      if (event.type === 'warning') warnings.push(event.message);
      else takeIn(attempt, event, preview);
    }
    control.signal.throwIfAborted();
    attempt.draft.finish();
    preview.refresh();
    await preview.settled();
  } finally {
    await preview.stop();
  }
  if (attempt.draft.isEmpty) {
    throw new PlannerError('OUTPUT_EMPTY', 'The planner gave nothing that could be put on a canvas.', {
      retryable: true,
    });
  }
  return [...warnings, ...attempt.draft.warnings];
}

function takeIn(attempt: Attempt, event: Exclude<PlannerEvent, { type: 'warning' }>, preview: Preview): void {
  const { draft } = attempt;
  if (event.type === 'usage') {
    attempt.usage = event.usage;
    return;
  }
  if (event.type === 'header') draft.header = event.header;
  else draft.add(event.object);
  preview.refresh();
}
