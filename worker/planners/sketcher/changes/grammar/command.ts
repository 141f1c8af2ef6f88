import type { PlanColor, PlanDirection, PlanShape } from '../../../../../src/canvas/model/plan.ts';
import type { Relation } from '../language/roles.ts';
import type { Span } from '../language/shiftDate.ts';

/** The person's words for objects, not yet matched to them; names in it may be hidden. */
export type Phrase = string;

/** Where something belongs: beside or in something, or at the start or end of something or of everything. */
export type PlaceWords =
  | { relation: Relation; of: Phrase }
  | { relation: 'start' | 'end'; of: Phrase | null };

/** Before or after the message with a text. */
export type MessagePlace = { relation: 'before' | 'after'; of: Phrase };

/** A way out of a decision: its label, and what it leads to. */
export type Way = { label: string; to: Phrase };

export type Addition = {
  kind: 'add';
  texts: string[];
  isFrame: boolean;
  shape: PlanShape | null;
  color: PlanColor | null;
  place: PlaceWords | null;
  /** Texts of what goes into a new frame, or hangs from a new branch. */
  contents: string[];
  /** Whether it is a table, an entity or a class, of which the contents are the fields. */
  isEntity?: true;
  ways: Way[];
  /** Label of the connector that leads to it; empty: it is one more way on, without a label. */
  label: string | null;
  /** What it leads to, there or new. */
  leadsTo?: Phrase;
  /** The lane that it belongs to, if its place is beside something in another one. */
  lane?: Phrase;
  /** What must be so for it to happen: it names a way out of a decision. */
  condition?: Phrase;
  /** What the commands behind it connect it with: those lead its connectors. */
  joins?: readonly Phrase[];
};

/** One change that an instruction asks for. */
export type Command =
  | Addition
  /** Fields or methods of a class or an entity that is there. */
  | { kind: 'addFields'; names: string[]; of: Phrase; isMethod: boolean }
  | { kind: 'removeFields'; names: string[]; of: Phrase }
  | { kind: 'remove'; what: Phrase[] }
  | { kind: 'clear'; what: Phrase[] }
  | { kind: 'removeLines'; which: Phrase }
  | { kind: 'rename'; what: Phrase; to: string }
  /** Gives an object that has a date another one. */
  | { kind: 'redate'; what: Phrase; when: string }
  /** Gives what has dates, or stands below one, later ones. */
  | { kind: 'shift'; what: Phrase[]; by: Span }
  | { kind: 'replaceWords'; from: Phrase; to: string; within?: Phrase | null }
  | { kind: 'changeCase'; what: Phrase[]; to: 'upper' | 'lower' | 'title' }
  | { kind: 'restyle'; what: Phrase[]; color: PlanColor | 'default' | null; shape: PlanShape | null }
  | { kind: 'restyleLines'; which: Phrase; style: 'solid' | 'dashed' | null; color: PlanColor | null }
  | { kind: 'reverseLines'; which: Phrase }
  | { kind: 'labelLines'; which: Phrase; text: string }
  | {
      kind: 'connect';
      from: Phrase[];
      /** None: `from` with each other. */
      to: Phrase[];
      label: string | null;
      isDashed: boolean;
      insteadOf: Phrase | null;
      /** Where a message of a sequence diagram stands among the others. */
      message?: MessagePlace;
    }
  | { kind: 'disconnect'; from: Phrase; to: Phrase | null }
  | { kind: 'chain'; names: Phrase[]; label: string | null }
  | { kind: 'move'; what: Phrase[]; place: PlaceWords }
  | { kind: 'finish'; what: Phrase[] }
  /** Two boxes, which may be meant by one phrase. */
  | { kind: 'swap'; what: Phrase[] }
  | { kind: 'split'; what: Phrase; into: string[] }
  | { kind: 'merge'; what: Phrase[]; into: Phrase | null }
  | {
      kind: 'group';
      what: Phrase[];
      name: string;
      /** Whether it stands beside the other columns, and not where its contents were. */
      isColumn?: true;
    }
  | { kind: 'sort'; what: Phrase | null; by: 'text' | 'color'; isDescending: boolean }
  /** Brings what is named into the order in which it is named. */
  | { kind: 'order'; what: Phrase[] }
  | { kind: 'reverse'; what: Phrase | null }
  | { kind: 'duplicate'; what: Phrase[]; name: string | null; place: PlaceWords | null }
  | { kind: 'arrange'; what: Phrase | null; direction: PlanDirection | null }
  | { kind: 'revert' }
  /** Changes nothing: it names what "it" means in the next command. */
  | { kind: 'mention'; what: Phrase }
  /** A wish that is understood, and can't be met. */
  | { kind: 'unsupported'; reason: string };

/** A clause that asks for one thing. */
export function one(command: Command): Command[] {
  return [command];
}
