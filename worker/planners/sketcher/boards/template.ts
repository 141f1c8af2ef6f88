import type { PlanColor, PlanLayout } from '../../../../src/canvas/model/plan.ts';

/** A region of a template: its title, other names for it, and cards for when the person gives none. */
export type Region = {
  title: string;
  /** Other words that people head it with. */
  alias: RegExp;
  color: PlanColor;
  /** Value of the frame's slot, for layouts that have fixed places. */
  slot: string | null;
  /** Cards to begin with; `{}` stands for the subject. */
  cards: readonly string[];
};

/** A well-known arrangement of titled regions. */
export type Template = { name: string; match: RegExp; layout: PlanLayout; regions: readonly Region[] };

/** Writes a region: cards are parted by bars. */
export function region(
  title: string,
  alias: RegExp,
  color: PlanColor,
  cards: string,
  slot: string | null = null,
): Region {
  return {
    title,
    alias,
    color,
    slot,
    cards: cards.split(' | '),
  };
}

/** Layout for four regions on two axes: the one that sets them two by two; without slots it asks for no more. */
export const TWO_BY_TWO: PlanLayout = 'swot';
