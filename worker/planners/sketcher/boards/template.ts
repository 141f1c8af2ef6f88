import type { PlanColor, PlanLayout } from '../../../../src/canvas/model/plan.ts';

/** A region of a template. */
export type Region = {
  title: string;
  /** Other words that people head it with. */
  alias: RegExp;
  color: PlanColor;
  /** Value of the frame's slot, for layouts that have fixed places. */
  slot: string | null;
};

/** A well-known arrangement of titled regions. */
export type Template = {
  name: string;
  match: RegExp;
  layout: PlanLayout;
  /** Columns of a grid; as many as look best by default. */
  columns?: number;
  regions: readonly Region[];
};

/** Writes a region in a line. */
export function region(title: string, alias: RegExp, color: PlanColor, slot: string | null = null): Region {
  return { title, alias, color, slot };
}

/** Layout for four regions on two axes: the one that sets them two by two; without slots it asks for no more. */
export const TWO_BY_TWO: PlanLayout = 'swot';
