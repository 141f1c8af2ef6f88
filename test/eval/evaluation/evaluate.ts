import { applyChanges } from '../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import type { Diagram } from '../../../src/canvas/model/plan.ts';
import { describeCanvas } from '../../../worker/attempt/planning/canvasForPlanner.ts';
import { insertPlan } from '../../../worker/layout/insertion/insertPlan.ts';
import { layOutDiagram } from '../../../worker/layout/layOutDiagram.ts';
import { measureQuality, type Quality } from '../../../worker/layout/quality/quality.ts';
import { PlanDraft } from '../../../worker/plan/planDraft.ts';
import type { PlannerRequest } from '../../../worker/planners/planner.ts';
import { PlannerError } from '../../../worker/planners/plannerError.ts';
import type { ExpectedPlan } from '../cases/case.ts';
import { type CanvasView, type Drawn, textOf, viewOf } from '../expectations/canvasView.ts';
import type { Check } from '../expectations/check.ts';
import { checkCanvas } from '../expectations/checkCanvas.ts';
import { addedBoxes, checkChange } from '../expectations/checkChange.ts';
import type { List } from '../expectations/expected.ts';
import { matchesText } from '../expectations/matchText.ts';
import { patternsOf } from '../expectations/readNotation.ts';
import { type Alignment, alignmentOf } from '../metrics/alignment.ts';
import { lowestContrast } from '../metrics/contrast.ts';
import { type Geometry, measureGeometry } from '../metrics/geometry.ts';
import { type Movement, movementOf } from '../metrics/movement.ts';
import { pictureOf } from '../metrics/picture.ts';
import { type ProcessMatch, processMatchOf } from '../metrics/process.ts';
import { drawPlan, failLoudly } from '../notation/drawPlan.ts';
import { planOf } from '../notation/planOf.ts';
import type { EvalCase } from './evalCase.ts';

/** What became of a case. */
export type Evaluation = Pick<EvalCase, 'name' | 'category' | 'source' | 'instruction' | 'kind'> & {
  drawn: Drawn;
  checks: Check[];
  /** Share of the expectations that are met, from 0 to 1. */
  fidelity: number;
  /** How the job ended otherwise than it must; null if it did not, and for changes, where that is an expectation. */
  wrongEnd: string | null;
  /** Texts that a change which must not happen has put on the canvas. */
  junk: string[];
  alignment: Alignment | null;
  process: ProcessMatch | null;
  /** Null for a canvas whose shapes a person has strewn about: its faults are not those of a layout. */
  quality: Quality | null;
  geometry: Geometry | null;
  /** Lowest contrast of any text to its background, in both themes. */
  contrast: number;
  /** Time of the final layout in milliseconds. */
  layoutMs: number;
  movement: Movement;
};

/**
 * Takes a case through what the worker does with it: the plan as it comes in, previews, and the final layout; then
 * checks what is expected, and measures the canvas.
 *
 * @param previews How many previews are laid out to measure movement; 0: none.
 */
export async function evaluate(evalCase: EvalCase, previews = 0): Promise<Evaluation> {
  const { name, category, source, instruction, kind, expected } = evalCase;
  const before = evalCase.kind === 'change' ? await drawBase(evalCase) : null;
  const run = await draw(evalCase, before);
  const view = viewOf(run.drawn);
  const checks = checksOf(evalCase, before?.view ?? null, view);
  const { objects } = run.drawn;
  const isLaidOut = evalCase.kind === 'new' || evalCase.setup.scattered === undefined;
  return {
    ...{ name, category, source, instruction, kind, drawn: run.drawn, checks },
    fidelity: checks.filter(({ isMet }) => isMet).length / Math.max(1, checks.length),
    wrongEnd: wrongEndOf(evalCase, run.drawn),
    junk: junkOf(evalCase, before?.view ?? null, view),
    alignment: kind === 'new' ? alignmentOf(view, expected) : null,
    process: processMatchOf(view, expected),
    quality: isLaidOut ? measureQuality(objects) : null,
    geometry: isLaidOut ? measureGeometry(pictureOf(objects)) : null,
    contrast: lowestContrast(objects),
    layoutMs: run.layoutMs,
    movement: await movementOf(run.drafts, objects, previews),
  };
}

function checksOf(evalCase: EvalCase, before: CanvasView | null, after: CanvasView): Check[] {
  return evalCase.kind === 'change' && before !== null
    ? checkChange(before, after, evalCase.expected)
    : checkCanvas(after, evalCase.expected as ExpectedPlan);
}

function wrongEndOf(evalCase: EvalCase, { failure }: Drawn): string | null {
  if (evalCase.kind === 'change') return null;
  const [code, expected] = [failure?.code, evalCase.expected.fails];
  if (code === expected) return null;
  return expected === undefined
    ? `failed with ${code}`
    : `should have failed with ${expected}, not ${code ?? 'a canvas'}`;
}

function junkOf({ kind, expected }: EvalCase, before: CanvasView | null, after: CanvasView): string[] {
  const isRefused = kind === 'change' && (expected.fails !== undefined || expected.unchanged !== undefined);
  return isRefused && before !== null ? addedBoxes(before, after).map(textOf) : [];
}

/** The canvas that a change starts from. */
type Base = { objects: CanvasObject[]; selection: string[]; view: CanvasView };

async function drawBase({ base, setup }: Extract<EvalCase, { kind: 'change' }>): Promise<Base> {
  const drawn = await drawPlan(planOf(base));
  const isNamed = (object: CanvasObject, list: List | undefined) =>
    isBox(object) && patternsOf(list).some((pattern) => matchesText(pattern, textOf(object)));
  const objects = (setup.scattered ? scatter(drawn.objects) : drawn.objects).map(
    (object): CanvasObject => (isNamed(object, setup.locked) ? { ...object, locked: true } : object),
  );
  const selection = objects.filter((object) => isNamed(object, setup.selection)).map(({ id }) => id);
  return { objects, selection, view: viewOf({ ...drawn, objects }) };
}

/** Shapes strewn about as by a hasty person: some over one another, connectors straight. */
function scatter(objects: readonly CanvasObject[]): CanvasObject[] {
  const places = [0, 3, 1, 5, 2, 4, 7, 6];
  const moved = objects.map((object, at): CanvasObject => {
    const place = places[at % places.length] ?? 0;
    return isBox(object)
      ? { ...object, x: (place % 3) * 150, y: Math.floor(place / 3) * 60 + at * 7 }
      : object;
  });
  const centres = new Map(
    moved.filter(isBox).map(({ id, x, y, width, height }) => [id, { x: x + width / 2, y: y + height / 2 }]),
  );
  return moved.map((object) => {
    if (object.kind !== 'CONNECTOR') return object;
    const points = [centres.get(object.fromId), centres.get(object.toId)].flatMap((point) => point ?? []);
    return { ...object, points };
  });
}

type Run = { drawn: Drawn; drafts: Diagram[]; layoutMs: number };

/** Plans and lays out. A planner that fails leaves the canvas as it was. */
async function draw(evalCase: EvalCase, base: Base | null): Promise<Run> {
  const { instruction } = evalCase;
  const described =
    base === null ? null : describeCanvas(base.objects, { selection: base.selection, instruction });
  const request = { instruction, canvas: described?.canvas ?? null };
  const { draft, drafts, warnings, error } = await collect(
    evalCase,
    request,
    () => new PlanDraft(described?.ids),
  );
  const began = performance.now();
  const isDrawn = error === undefined && !draft.isEmpty;
  const laidOut =
    base === null ? await layOutNew(draft) : isDrawn ? await layOutChange(draft, base) : unchanged(base);
  return {
    ...{ drafts, layoutMs: performance.now() - began },
    drawn: {
      ...{ title: draft.header.title, layout: draft.header.layout, objects: laidOut.objects },
      warnings: [...warnings, ...draft.warnings, ...laidOut.warnings],
      failure: failureOf(error, draft),
    },
  };
}

async function collect(evalCase: EvalCase, request: PlannerRequest, newDraft: () => PlanDraft) {
  let draft = newDraft();
  const drafts = [draft.content.diagram];
  const warnings: string[] = [];
  let error: unknown;
  try {
    for await (const event of evalCase.plan(request)) {
      if (event.type === 'header') draft.header = event.header;
      if (event.type === 'restart') draft = newDraft();
      if (event.type === 'warning') warnings.push(event.message);
      if (event.type !== 'object') continue;
      draft.add(event.object);
      drafts.push(draft.content.diagram);
    }
  } catch (caught) {
    if (!(caught instanceof PlannerError)) throw caught;
    error = caught;
  }
  draft.finish();
  return { draft, drafts, warnings, error };
}

type LaidOut = { objects: readonly CanvasObject[]; warnings: readonly string[] };

const layOutNew = async (draft: PlanDraft): Promise<LaidOut> => ({
  objects: await layOutDiagram(draft.content.diagram, failLoudly),
  warnings: [],
});

async function layOutChange(draft: PlanDraft, { objects, selection }: Base): Promise<LaidOut> {
  const { changes, warnings } = await insertPlan({
    plan: draft.content,
    existing: objects,
    selection,
    now: objects,
    placed: [],
  });
  return { objects: applyChanges(objects, changes), warnings };
}

const unchanged = ({ objects }: Base): LaidOut => ({ objects, warnings: [] });

function failureOf(error: unknown, draft: PlanDraft): Drawn['failure'] {
  if (error instanceof PlannerError) return { code: error.code, message: error.message };
  return draft.isEmpty ? { code: 'OUTPUT_EMPTY', message: '' } : null;
}
