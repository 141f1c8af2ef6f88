import type { Asked } from './conditions.ts';

/** Something that is done. */
export type Activity = {
  kind: 'activity';
  /** As it was written, with who does it. */
  text: string;
  /** Who does it; null when not said. */
  actor: string | null;
  /** Without who does it, as a command. */
  task: string;
  /** Whether the actor is what something is done to: "the bill is paid". */
  isPassive?: boolean;
  /** "In any case": also what has ended before leads to it. */
  isForAll?: true;
  /** "When a customer orders": what sets the process off. */
  isTrigger?: true;
};

export type Decision = {
  kind: 'decision';
  condition: string;
  /** Whether `met` is done when the condition does not hold. */
  isNegated: boolean;
  met: Statement[];
  otherwise: Statement[];
  /** The condition of the other side, where it has one of its own. */
  otherwiseLabel: string | null;
  /** Whether the other side was written, even when nothing is done there. */
  hasOtherwise: boolean;
  /** Whether it may be told behind the step that it is about: "build, test, deploy; if tests fail, …". */
  isLate?: true;
  /** Whether it is another answer to the question of the decision that it is the other side of. */
  isAlternative?: true;
  /** Whether it asks for an amount, of which the next one is another case. */
  isAmount?: true;
  /** The conditions that "and" joins in it. */
  parts?: readonly Asked[];
};

export type Way = { label: string | null; steps: Statement[] };

/** Ways that are taken at the same time; with a question or labels, only one of them is taken. */
export type Fork = { kind: 'fork'; question: string | null; ways: Way[] };

/** What is repeated as long as a condition holds, or, negated, until it does. */
export type Loop = {
  kind: 'loop';
  condition: string;
  isNegated: boolean;
  body: Statement[];
  /** Whether the condition is asked before the first time, too. */
  isAskedFirst: boolean;
};

/** "When the parts have arrived": what the next activity waits for. */
export type Wait = { kind: 'wait'; text: string };

/** "The process ends". */
export type End = { kind: 'end' };

export type Statement = Activity | Decision | Fork | Loop | Wait | End;

/** A decision of which the other side has not been told. */
export function newDecision(asked: Asked, met: Statement[]): Decision {
  const untold = { otherwise: [], otherwiseLabel: null, hasOtherwise: false };
  return { kind: 'decision', ...asked, met, ...untold };
}
