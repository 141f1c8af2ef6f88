import type { Diagram, PlanDirection, PlanObject } from '../../src/canvas/model/plan.ts';
import type { UnfinishedDiagram } from './expectedEdges.ts';

type UpdateObject = Extract<PlanObject, { type: 'update' }>;

/** A new object of a plan, with its id on the canvas. */
export type Added = Diagram['objects'][number];

/** Attributes that an update can give an object. */
export const changeable = ['text', 'color', 'shape', 'order', 'style', 'ends'] as const;

/** What an update gives an object; null leaves it as it is. */
type Changes = { [key in (typeof changeable)[number]]: NonNullable<UpdateObject[key]> | null };

/** A change of an object that is on the canvas already; ids are those of the canvas. */
export type Update = Changes & {
  id: string;
  /**
   * The frame to move it into, of the canvas or of this plan; null: it stays. Not checked here: whether that frame
   * lies within the object itself.
   */
  parent: string | null;
};

/** Objects of the canvas that a plan may refer to: their ids, by the short ids that the planner gets. */
export type CanvasIds = {
  /** Objects that may be changed and deleted. */
  targets: ReadonlyMap<string, string>;
  /** Frames and shapes that connectors may join. */
  ends: ReadonlyMap<string, string>;
  /** Frames into which new and existing objects may be put. */
  frames: ReadonlyMap<string, string>;
};

/** What is to be laid out again. */
export type Arrangement = {
  /** Ids of the objects to lay out again, with what they contain; null: all. */
  targets: readonly string[] | null;
  /** The reading direction that somebody has asked for. */
  direction: PlanDirection | null;
};

/** What a plan changes on a canvas. */
export type PlanContent = {
  /** The part of the plan that needs a layout. While more may arrive, with connectors that are expected. */
  diagram: UnfinishedDiagram;
  added: readonly Added[];
  /** Connectors with an end on an object that is on the canvas already. */
  links: readonly Extract<Added, { type: 'edge' }>[];
  /** Frames of the canvas that new objects go into, by the ids of these objects, which have no parent in the diagram. */
  existingFrames: ReadonlyMap<string, string>;
  updates: ReadonlyMap<string, Update>;
  deletions: ReadonlySet<string>;
  /** What is to be laid out again after the other changes; null: nothing. */
  arrangement: Arrangement | null;
};
