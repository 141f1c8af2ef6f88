import type { PlanLayout } from '../../../src/canvas/model/plan.ts';
import type { CanvasHistory } from '../../../src/canvas/versions/canvasHistory.ts';
import type { DiagramKind } from '../../../src/database/generated/prisma/enums.ts';
import { recordableWarnings } from '../../../src/jobs/attempts/recordable.ts';
import type { CanvasIds } from '../../plan/planContent.ts';
import { PlanDraft } from '../../plan/planDraft.ts';
import type { PlannerEvent, PlannerHistory, PlannerUsage } from '../../planners/planner.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import { Preview } from '../layout/preview.ts';
import type { Attempt } from '../state/attempt.ts';
import type { GeneratedPlan, InterruptedPlan, LoadedCanvas, PartialPlan } from '../state/plan.ts';
import { attemptUsage } from './attemptUsage.ts';
import { type DescribedCanvas, describeCanvas } from './canvasForPlanner.ts';
import { tracePlan } from './tracePlan.ts';

/** Runs the planner. */
export function generatePlan(
  attempt: Attempt,
  canvas: LoadedCanvas,
): Promise<GeneratedPlan | InterruptedPlan> {
  const { worker, job, signal } = attempt;
  const described = job.type === 'MODIFY_CANVAS' ? describeCanvas(canvas.objects, job) : null;
  const omissions = described === null ? [] : omissionsOf(described, canvas.objects.length);
  const { instruction } = job;
  const request = {
    ...{ instruction, kind: layoutOf(job.kind), canvas: described?.canvas ?? null },
    ...(described === null ? {} : { history: historyFor(canvas.history, described) }),
  };
  const events = worker.metrics.timePlan(job, worker.planner.plan(request, signal));
  return tracePlan(worker, () => receivePlan(attempt, canvas, events, described?.ids, omissions));
}

/** The history as a planner gets it: with the short ids of the objects that it may change. */
function historyFor({ changes, recentIds }: CanvasHistory, { ids }: DescribedCanvas): PlannerHistory {
  const recent = new Set(recentIds);
  return { changes, recent: [...ids.targets].flatMap(([short, id]) => (recent.has(id) ? [short] : [])) };
}

/**
 * Receives a plan, and shows its objects as they arrive. What has arrived before an interruption is kept.
 * @param ids The objects of the canvas that the plan may refer to. Default: none
 */
export async function receivePlan(
  attempt: Attempt,
  canvas: LoadedCanvas,
  events: AsyncIterable<PlannerEvent>,
  ids?: CanvasIds,
  omissions: readonly string[] = [],
): Promise<GeneratedPlan | InterruptedPlan> {
  const { worker, job } = attempt;
  const warnings = [...omissions];
  let draft = new PlanDraft(ids);
  let usage: PlannerUsage | null = null;
  const partial = (): PartialPlan => {
    return { canvas, draft, usage: attemptUsage(usage, worker.config.openai?.prices) };
  };
  const preview = new Preview(attempt, canvas);
  try {
    for await (const event of events) {
      if (event.type === 'warning') warnings.push(event.message);
      else if (event.type === 'restart') draft = new PlanDraft(ids);
      else if (event.type === 'usage') usage = event.usage;
      else {
        if (event.type === 'header') draft.header = event.header;
        else draft.add(event.object);
        preview.refresh(draft);
      }
    }
    attempt.signal.throwIfAborted();
    draft.finish();
    const laidOut = await preview.complete(draft);
    refuseEmpty(draft);
    const allWarnings = recordableWarnings([...warnings, ...draft.warnings]);
    return { source: 'planner', partial: partial(), laidOut, warnings: allWarnings };
  } catch (reason) {
    return { source: 'interrupted', partial: partial(), reason };
  } finally {
    worker.metrics.used(job, partial().usage);
    await preview.stop();
  }
}

/** Kinds of diagram have the names of their layouts. */
function layoutOf(kind: DiagramKind | null): PlanLayout | null {
  return kind === null ? null : (kind.toLowerCase() as Lowercase<DiagramKind>);
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
