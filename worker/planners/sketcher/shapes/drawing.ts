import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import type { Thing } from './vocabulary.ts';

/** Things of one kind, as a phrase such as "three red circles A, B, C" names them. */
export type Group = {
  thing: Thing;
  /** How many were asked for; null when the phrase does not say. */
  count: number | null;
  isPlural: boolean;
  texts: string[];
  colors: PlanColor[];
  /** What is said of single ones, by their place. */
  own: Map<number, Own>;
  /** What each is called, with its number, where it has no text of its own: "Rack". */
  name: string | null;
  /** What each of them holds. */
  contents: Group[];
};

/** A look, a text, contents and a place of one thing among others; a colour of null is the usual one. */
export type Own = { color?: PlanColor | null; text?: string; contents?: Group; order?: number };

/** How the things of a drawing stand. A `tree` is also connected as one. */
export type Arrangement = 'row' | 'column' | 'grid' | 'ring' | 'tree';

/** How they are connected: each with the next, in a closed ring, the first with all others, or each with each. */
export type Connection = 'chain' | 'ring' | 'hub' | 'all';

/** An explicit drawing, as it was asked for. */
export type Drawing = {
  groups: Group[];
  arrangement: Arrangement | null;
  /** Groups that begin a new line below the one before them. */
  breaks: Set<Group>;
  /** Columns and rows of a grid, where they are given. */
  columns: number | null;
  rows: number | null;
  connection: Connection | null;
  /** What the others stand around. */
  hub: Group | null;
  hasArrows: boolean;
  isDashed: boolean;
  /** Text of the connectors that join all things. */
  label: string | null;
  /** Connectors between texts. */
  edges: { from: string; to: string; label: string | null }[];
  /** Connectors from each thing of some groups to each of others. */
  fans: { from: readonly Group[]; to: readonly Group[]; label: string | null }[];
  /** What no canvas can show, in words. */
  unmet: Set<string>;
};

export function emptyDrawing(): Drawing {
  return {
    ...{ groups: [], edges: [], fans: [], unmet: new Set<string>(), breaks: new Set<Group>() },
    ...{ arrangement: null, columns: null, rows: null, connection: null, hub: null },
    ...{ hasArrows: false, isDashed: false, label: null },
  };
}

/** Number of all things, without what they hold. */
export function totalOf(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + sizeOf(group), 0);
}

/** Number of things in a group: as asked for, but no text is lost. */
export function sizeOf({ count, texts, isPlural }: Group): number {
  if (count === null) return texts.length || (isPlural ? 3 : 1);
  return texts.length === 1 ? count : Math.max(count, texts.length);
}
