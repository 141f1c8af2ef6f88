import type { Refusal, RefusalReason } from './rebase.ts';

const reasons: Record<RefusalReason, string> = {
  CHANGED: 'somebody has changed the same on the canvas meanwhile',
  GONE: 'it has been deleted from the canvas meanwhile',
  LOCKED: 'it is locked',
  ENDS_GONE: 'what it joins is not on the canvas',
  LIMIT: 'a canvas holds at most 2,000 objects',
};

/** Why one thing could not be done, for a person. */
export const explainRefusal = ({ reason }: Pick<Refusal, 'reason'>): string =>
  `Not done: ${reasons[reason]}.`;

/** What could not be done, counted by the reasons, for a person. */
export function explainRefusals(refused: readonly Refusal[]): string[] {
  return [...Map.groupBy(refused, ({ reason }) => reason)].map(([reason, all]) =>
    all.length === 1
      ? `1 change was left out: ${reasons[reason]}.`
      : `${all.length} changes were left out, of each the reason: ${reasons[reason]}.`,
  );
}
