import { recordableWarnings } from '../../src/jobs/attempts/recordable.ts';
import { PlanDraft } from '../plan/planDraft.ts';
import type { PlannerUsage } from '../planners/planner.ts';
import { PlannerError } from '../planners/plannerError.ts';
import type { Attempt } from './attempt.ts';
import { attemptUsage } from './attemptUsage.ts';
import { type DescribedCanvas, describeCanvas } from './canvasForPlanner.ts';
import type { GeneratedPlan, InterruptedPlan, LoadedCanvas, PartialPlan } from './plan.ts';
import { Preview } from './preview.ts';

/** Runs the planner, and shows its objects as they arrive. What an interrupted planner has returned is kept. */
export async function generatePlan(
  attempt: Attempt,
  canvas: LoadedCanvas,
): Promise<GeneratedPlan | InterruptedPlan> {
  const { worker, job } = attempt;
  const described = job.type === 'MODIFY_CANVAS' ? describeCanvas(canvas.objects, job) : null;
  const warnings = described === null ? [] : omissionsOf(described, canvas.objects.length);
  const request = { instruction: job.instruction, canvas: described?.canvas ?? null };
  let draft = new PlanDraft(described?.ids);
  let usage: PlannerUsage | null = null;
  const partial = (): PartialPlan => {
    return { canvas, draft, usage: attemptUsage(usage, worker.config.openai?.prices) };
  };
  const preview = new Preview(attempt, canvas);
  try {
    for await (const event of worker.planner.plan(request, attempt.signal)) {
      if (event.type === 'warning') warnings.push(event.message);
      else if (event.type === 'restart') draft = new PlanDraft(described?.ids);
      else if (event.type === 'usage') usage = event.usage;
      else {
        if (event.type === 'header') draft.header = event.header;
        else draft.add(event.object);
        preview.refresh(draft);
      }
    }
    attempt.signal.throwIfAborted();
    draft.finish();
    preview.refresh(draft);
    await preview.settled();
    refuseEmpty(draft);
    const allWarnings = recordableWarnings([...warnings, ...draft.warnings]);
    return { source: 'planner', partial: partial(), warnings: allWarnings };
  } catch (reason) {
    return { source: 'interrupted', partial: partial(), reason };
  } finally {
    await preview.stop();
  }
}

function omissionsOf({ omitted }: DescribedCanvas, total: number): string[] {
  if (omitted === 0) return [];
  return [
    `The canvas is large: ${omitted} of its ${total} objects were not looked at. Select what is to be changed, or name it.`,
  ];
}

function refuseEmpty(draft: PlanDraft): void {
  if (!draft.isEmpty) return;
  throw new PlannerError('OUTPUT_EMPTY', 'The answer holds nothing that can be put on a canvas.', {
    retryable: true,
  });
}
