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
  /** Whether its sides are no answers to a condition, but two ways: "depending on the distance, a or b". */
  isChoice?: true;
  /** Whether it may be told behind the step that it is about: "build, test, deploy; if tests fail, …". */
  isLate?: true;
  /** Whether it is another answer to the question of the decision that it is the other side of. */
  isAlternative?: true;
  /** Whether it asks for an amount, of which the next one is another case. */
  isAmount?: true;
};

/** Things that are done at the same time. */
export type Parallel = { kind: 'parallel'; branches: Statement[][] };

/** "When the parts have arrived": what the next activity waits for. */
export type Wait = { kind: 'wait'; text: string };

/** "The process ends". */
export type End = { kind: 'end' };

export type Statement = Activity | Decision | Parallel | Wait | End;

/** A decision of which the other side has not been told. */
export function newDecision(
  { condition, isNegated }: Pick<Decision, 'condition' | 'isNegated'>,
  met: Statement[],
): Decision {
  const untold = { otherwise: [], otherwiseLabel: null, hasOtherwise: false };
  return { kind: 'decision', condition, isNegated, met, ...untold };
}
