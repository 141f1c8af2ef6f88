import { type Asked, compareConditions } from './conditions.ts';
import { isNegatedForm, type Kind } from './kindCondition.ts';
import type { ProcessBuilder } from './processBuilder.ts';
import type { Activity, Statement } from './statement.ts';

/** "Incomplete applications are returned. Complete applications are …": a question, or the other side of the open one. */
export function sideOfKind(
  process: ProcessBuilder,
  { noun, condition }: Kind,
  activity: Activity,
): Statement | null {
  const open = process.waiting();
  const isOther =
    open !== null &&
    open.otherwise.length === 0 &&
    (noun === '' || open.condition.toLowerCase().includes(noun));
  if (!isOther) return process.decision({ condition, isNegated: false }, [activity]);
  if (isNegatedForm(open.condition, condition)) Object.assign(open, { condition, isNegated: true });
  process.enterOtherwise(open);
  return activity;
}

/**
 * "When the offer is back, pay. If it does not come back, …": asks what was waited for, if that was said from the
 * statement at `since` on; false for other conditions.
 */
export function askWait(process: ProcessBuilder, asked: Asked, since: number): boolean {
  const { statements } = process;
  const at = statements.findLastIndex(({ kind }) => kind === 'wait');
  const wait = statements[at];
  if (wait?.kind !== 'wait' || at < since) return false;
  const waited = { condition: wait.text, isNegated: false };
  if (compareConditions(waited, asked) !== 'opposite') return false;
  const [, ...met] = statements.splice(at);
  process.leave();
  process.ask(waited, met);
  process.enterOtherwise();
  return true;
}

/** "Ship it unless the address is missing": the condition of what its sentence has just said. */
export function askAfterwards(process: ProcessBuilder, asked: Asked): void {
  const { into } = process;
  const before = into.pop();
  into.push(process.decision(asked, before === undefined ? [] : [before]));
}

/** Adds "when it is cold" to the activity before it. */
export function addTrailing({ into }: ProcessBuilder, text: string): void {
  const last = into.at(-1);
  if (last?.kind === 'activity') into[into.length - 1] = { ...last, text: `${last.text} ${text}` };
}
