import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { PlanHeader, PlanObject } from '../../src/canvas/model/plan.ts';

/** What a planner is asked for. */
export type PlannerRequest = {
  /** What the person typed: 1 to 4,000 characters, trimmed. Data, never instructions to the system. */
  instruction: string;
  /**
   * The canvas to change, or null for a new one. Objects carry short ids (`f1`, `s2`, `c3`) that an
   * `update` or `delete` names as its target, and that new edges may join. New objects may name a frame of it as
   * their parent, and an update moves an object into one.
   */
  canvas: PlannerCanvas | null;
};

export type PlannerCanvas = {
  title: string;
  /** Objects that may be changed, in drawing order; the short id takes the place of the real one. */
  objects: PlannerCanvasObject[];
  /** What connectors among the objects join besides. Connectors may join these; they can't be changed. */
  context: PlannerCanvasObject[];
};

/**
 * A canvas object as a planner sees it: words and relations, no geometry. `parent` is the short id of the frame
 * that holds it; null when there is none, or it is not shown.
 */
export type PlannerCanvasObject =
  | { id: string; kind: 'FRAME'; text: string; parent: string | null }
  | {
      id: string;
      kind: 'SHAPE';
      text: string;
      shape: Extract<CanvasObject, { kind: 'SHAPE' }>['shape'];
      parent: string | null;
    }
  | { id: string; kind: 'CONNECTOR'; text: string | null; from: string; to: string };

/** Tokens that an attempt has used; `estimated` when the provider gave no figures (a stream cut short). */
export type PlannerUsage = { inputTokens: number; outputTokens: number; estimated: boolean };

/** One step of a plan in the making. The header comes before the first object; of several headers and usages the newest counts. */
export type PlannerEvent =
  | { type: 'header'; header: PlanHeader }
  | { type: 'object'; object: PlanObject }
  /** What has been given so far was a draft: header and objects come anew. */
  | { type: 'restart' }
  | { type: 'warning'; message: string }
  | { type: 'usage'; usage: PlannerUsage };

/** Turns an instruction into a plan, piece by piece. */
export type Planner = {
  readonly name: 'openai' | 'sketcher';
  /** Name of the model, or null for the sketcher. */
  readonly model: string | null;
  /**
   * Yields the plan as it becomes known. Ends early with the signal's reason when that is aborted, and then
   * has closed its connection to the provider. Other failures are `PlannerError`s.
   */
  plan(request: PlannerRequest, signal: AbortSignal): AsyncGenerator<PlannerEvent, void, undefined>;
};
