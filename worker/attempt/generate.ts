import { PlanDraft } from '../plan/planDraft.ts';
import type { PlannerEvent } from '../planners/planner.ts';
import { PlannerError } from '../planners/plannerError.ts';
import { isShareable } from './adopt.ts';
import { type DescribedCanvas, describeCanvas } from './canvasForPlanner.ts';
import type { Generation } from './generation.ts';
import { Preview } from './preview.ts';

/** How often a generation looks for jobs that ask for the same, in milliseconds. */
const companyIntervalMs = 250;

/**
 * Asks the planner, and shows what comes back as it comes. The plan is in `generation.draft`, also when this is
 * ended early.
 * @returns Warnings of the planner.
 * @throws PlannerError, AttemptAborted
 */
export async function generate(generation: Generation): Promise<string[]> {
  const { engine, founder, members, existing } = generation;
  const described = founder.type === 'MODIFY_CANVAS' ? describeCanvas(existing, founder) : null;
  const newDraft = () => new PlanDraft(described?.ids);
  generation.draft = newDraft();
  const preview = new Preview(generation);
  const warnings = described === null ? [] : omissionsOf(described, existing.length);
  const request = { instruction: founder.instruction, canvas: described?.canvas ?? null };
  preview.lookForCompany();
  const company = isShareable(generation)
    ? setInterval(() => preview.lookForCompany(), companyIntervalMs)
    : undefined;
  try {
    for await (const event of engine.planner.plan(request, members.signal)) {
      if (event.type === 'warning') warnings.push(event.message);
      else if (event.type === 'restart') generation.draft = newDraft();
      else takeIn(generation, event, preview);
    }
    members.signal.throwIfAborted();
    generation.draft.finish();
    preview.refresh();
    await preview.settled();
  } finally {
    clearInterval(company);
    await preview.stop();
  }
  if (generation.draft.isEmpty) {
    throw new PlannerError('OUTPUT_EMPTY', 'The answer holds nothing that can be put on a canvas.', {
      retryable: true,
    });
  }
  return [...warnings, ...generation.draft.warnings];
}

function omissionsOf({ omitted }: DescribedCanvas, total: number): string[] {
  if (omitted === 0) return [];
  return [
    `The canvas is large: ${omitted} of its ${total} objects were not looked at. Select what is to be changed, or name it.`,
  ];
}

function takeIn(
  generation: Generation,
  event: Exclude<PlannerEvent, { type: 'warning' | 'restart' }>,
  preview: Preview,
): void {
  const { draft } = generation;
  if (event.type === 'usage') {
    generation.usage = event.usage;
    return;
  }
  if (event.type === 'header') draft.header = event.header;
  else draft.add(event.object);
  preview.refresh();
}
