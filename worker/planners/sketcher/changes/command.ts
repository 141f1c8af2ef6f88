import type { PlanColor } from '../../../../src/canvas/model/plan.ts';

/** Where something belongs, relative to what is on the canvas. */
export type Place = { relation: 'after' | 'before' | 'between' | 'in'; of: string };

/** What is to be added: shapes as they come, or regions, decisions or notes, where the text says so. */
export type Thing = 'shape' | 'region' | 'decision' | 'note';

/** One change that an instruction asks for; names are the person's words, not yet matched to objects. */
export type Command =
  | { kind: 'rename'; what: string; to: string }
  | { kind: 'label'; from: string; to: string; label: string }
  | { kind: 'remove'; what: string[] }
  | { kind: 'connect'; from: string; to: string[]; label: string | null }
  | { kind: 'disconnect'; from: string; to: string | null }
  | { kind: 'colour'; what: string[]; color: PlanColor }
  | { kind: 'finish'; what: string[] }
  | { kind: 'swap'; one: string; other: string }
  | { kind: 'move'; what: string[]; place: Place }
  | { kind: 'add'; what: string[]; thing: Thing; place: Place | null; color: PlanColor | null };
