import type { PlanEdge, PlanHeader, PlanLayout, PlanObject } from '../../src/canvas/model/plan.ts';
import type { PlannerCanvas, PlannerEvent, PlannerRequest } from '../../worker/planners/planner.ts';
import type { PlanBuilder } from '../../worker/planners/sketcher/plan/planBuilder.ts';
import { createSketcher } from '../../worker/planners/sketcher/sketcher.ts';
import type { Sketch } from '../../worker/planners/sketcher/sketchPlan.ts';
import { ThreadPool } from '../../worker/threads/threadPool.ts';

/** A plan as tests compare it: by words instead of ids. */
export type TestPlan = {
  header: PlanHeader;
  objects: PlanObject[];
  warnings: string[];
  frames: string[];
  /** Texts of all shapes, in order. */
  texts: string[];
  /** "Shape text", with a mark: `<>` decision, `()` ellipse, none for others. */
  shapes: string[];
  /** "From -> To", "From -label-> To", "From <-> To" or "From -- To". */
  edges: string[];
  /** Cards by the title of their frame. */
  cards: Record<string, string[]>;
};

/** With a limit that no machine is too slow for; what happens at the limit has tests of its own. */
const threads = new ThreadPool<PlannerRequest, Sketch>(
  new URL('../../worker/planners/sketcher/sketcherThread.main.ts', import.meta.url),
  { limitMs: 60_000 },
);

/** Everything that the sketcher emits for an instruction. */
export async function eventsFor(
  instruction: string,
  canvas: PlannerCanvas | null = null,
  kind: PlanLayout | null = null,
): Promise<PlannerEvent[]> {
  const request = { instruction, kind, canvas };
  return Array.fromAsync(createSketcher(threads).plan(request, new AbortController().signal));
}

/** The plan for an instruction, ready to compare. */
export async function planFor(
  instruction: string,
  canvas: PlannerCanvas | null = null,
  kind: PlanLayout | null = null,
): Promise<TestPlan> {
  const events = await eventsFor(instruction, canvas, kind);
  const header = events.find((event) => event.type === 'header')?.header;
  if (header === undefined) throw new Error('The plan has no header');
  const objects = events.flatMap((event) => (event.type === 'object' ? [event.object] : []));
  const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
  return { header, objects, warnings, ...inWords(objects, canvas) };
}

function inWords(objects: readonly PlanObject[], canvas: PlannerCanvas | null) {
  const frames = objects.filter((object) => object.type === 'frame');
  const nodes = objects.filter((object) => object.type === 'node');
  const names = new Map(canvas?.objects.map((object): [string, string] => [object.id, object.text ?? '']));
  for (const frame of frames) names.set(frame.id, frame.title);
  for (const node of nodes) names.set(node.id, node.text);
  const name = (id: string | null) => names.get(id ?? '') ?? '?';
  const marks = {
    diamond: ['<', '>'],
    ellipse: ['(', ')'],
    rect: ['', ''],
    sticky: ['', ''],
    text: ['', ''],
  };
  const cards: Record<string, string[]> = {};
  for (const node of nodes.filter(({ parent }) => parent !== null)) {
    cards[name(node.parent)] = [...(cards[name(node.parent)] ?? []), node.text];
  }
  return {
    frames: frames.map((frame) => frame.title),
    texts: nodes.map((node) => node.text),
    shapes: nodes.map((node) => marks[node.shape].join(node.text)),
    edges: objects
      .filter((object) => object.type === 'edge')
      .map(({ from, to, label, ends }) => `${name(from)} ${arrowOf(label, ends)} ${name(to)}`),
    cards,
  };
}

function arrowOf(label: string | null, ends: PlanEdge['ends']): string {
  const line = label === null ? '-' : `-${label}-`;
  return `${ends === 'both' ? '<' : ''}${line}${ends === 'none' ? '-' : '>'}`;
}

/** A plan of a reader as tests compare it; a reader that gives none fails the test. */
export function readByWords(plan: PlanBuilder | null, text: string) {
  if (plan === null) throw new Error(`“${text}” was not read`);
  const { header, objects, warnings } = plan.finish();
  const compartments = objects.flatMap((object) =>
    object.type === 'node' && object.compartments ? [[object.text, object.compartments] as const] : [],
  );
  return { ...header, warnings, compartments: Object.fromEntries(compartments), ...inWords(objects, null) };
}
