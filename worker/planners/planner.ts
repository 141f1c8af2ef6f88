import type { ObjectColor, ShapeKind } from '../../src/canvas/model/object.ts';
import type { PlanHeader, PlanLayout, PlanObject } from '../../src/canvas/model/plan.ts';
import type { PastChange } from '../../src/canvas/versions/canvasHistory.ts';

/** The input of a planner. */
export type PlannerRequest = {
  /** The user's text: 1 to 4,000 characters, trimmed. It is data, never part of the system prompt. */
  instruction: string;
  /** The kind of diagram that the user has chosen, as the layout of the plan. Default: the planner chooses. */
  kind?: PlanLayout | null;
  /**
   * The canvas to change, or null for a new one. Its objects have short ids (`f1`, `s2`, `c3`). An `update` or `delete`
   * targets a short id; new edges may join short ids; new and updated objects may name a frame's short id as their
   * parent.
   */
  canvas: PlannerCanvas | null;
  /** The latest changes of the canvas. Default: none */
  history?: PlannerHistory;
};

/** What follow-ups such as "make it green" and "again" refer to. It is data, as the instruction. */
export type PlannerHistory = {
  /** Oldest first. */
  changes: readonly PastChange[];
  /** Short ids of the objects on the canvas that the newest change was about. */
  recent: readonly string[];
};

export type PlannerCanvas = {
  title: string;
  /** Objects that may be changed, with short ids instead of their own. */
  objects: PlannerCanvasObject[];
  /** Other objects that are shown: locked, or outside of the selection. They can be joined, but not changed. */
  context: PlannerCanvasObject[];
  /** Whether the person has selected what may change: then `objects` is the selection, with its connectors. */
  hasSelection: boolean;
  /** Texts of objects outside of the selection that are not in `context`. */
  elsewhere: string[];
};

/**
 * A canvas object without its geometry. `parent` is the short id of the frame that contains it, or null if it is in no
 * frame, or in one that the request does not include. `order` is its position in reading order, from 0, among all
 * objects of the canvas; it has no meaning for connectors.
 */
export type PlannerCanvasObject = { id: string; color: ObjectColor; order: number; locked: boolean } & (
  | { kind: 'FRAME'; text: string; parent: string | null }
  | { kind: 'SHAPE'; text: string; shape: ShapeKind; parent: string | null }
  | {
      kind: 'CONNECTOR';
      text: string | null;
      from: string;
      to: string;
      style: 'solid' | 'dashed';
      /** Ends with an arrowhead. */
      ends: 'forward' | 'both' | 'none';
    }
);

/** The tokens that an attempt used. `estimated` if the provider did not report them, as for an aborted stream. */
export type PlannerUsage = { inputTokens: number; outputTokens: number; estimated: boolean };

/**
 * A part of a plan while it is generated. The header precedes the first object. A later header or usage replaces the
 * one before it.
 */
export type PlannerEvent =
  | { type: 'header'; header: PlanHeader }
  | { type: 'object'; object: PlanObject }
  /** Discards the header and the objects so far: they were a draft, and the plan follows. */
  | { type: 'restart' }
  | { type: 'warning'; message: string }
  | { type: 'usage'; usage: PlannerUsage };

/** Generates a plan from an instruction. */
export type Planner = {
  readonly name: 'openai' | 'sketcher';
  /** The model's name, or null for the sketcher. */
  readonly model: string | null;
  /**
   * Yields the parts of a plan while it is generated. When the signal is aborted, closes the connection to the provider
   * and throws the signal's reason. @throws PlannerError
   */
  plan(request: PlannerRequest, signal: AbortSignal): AsyncGenerator<PlannerEvent, void, undefined>;
};
