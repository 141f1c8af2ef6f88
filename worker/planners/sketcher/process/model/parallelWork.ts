import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';
import { isCondition } from './conditionClauses.ts';
import type { Fork, Statement, Way } from './statement.ts';

const wayOf = (steps: Statement[], label: string | null = null): Way => ({ label, steps });

/** Ways that are taken at the same time; with labels, one of them. */
export function forkOf(ways: readonly Statement[][], labels: readonly string[] = []): Fork {
  return { kind: 'fork', question: null, ways: ways.map((steps, at) => wayOf(steps, labels[at])) };
}

/** Adds what is done at the same time as the clauses before it in its sentence. */
export function addBeside(
  into: Statement[],
  statement: Statement,
  clauses: readonly Clause[],
  at: number,
): void {
  const fork = into.at(-1);
  if (fork?.kind === 'fork' && fork.question === null) {
    fork.ways.push(wayOf([statement]));
    return;
  }
  const count = clauses
    .slice(0, at)
    .filter((each) => !isCondition(each) && each.verb !== null && each.link !== 'relative').length;
  const before = count === 0 ? [] : into.splice(-count);
  into.push(before.length === 0 ? statement : forkOf([before, [statement]]));
}

/** Adds what is done behind the last of the ways that are taken at the same time. */
export function addBehind(into: Statement[], statement: Statement): void {
  const fork = into.at(-1);
  const way = fork?.kind === 'fork' ? fork.ways.at(-1)?.steps : undefined;
  (way ?? into).push(statement);
}

/** "Meanwhile …": puts what was said from `start` on beside what was said from `before` on. */
export function forkSentences(statements: Statement[], before: number, start: number): void {
  const now = statements.splice(start);
  statements.push(forkOf([statements.splice(before), now]));
}

/** Whether a clause is done at the same time as the one before; "a and b get it at the same time" is one thing alone. */
export function isBeside({ isParallel, link, subject }: Clause): boolean {
  return link === 'while' || (isParallel && !subject.some(({ lower }) => lower === 'and'));
}

/** Whether a sentence that begins with a clause is about what is done beside the sentence before. */
export function isBesideSentence(first: Clause | undefined): boolean {
  return (
    first !== undefined &&
    (first.link === 'while' || (first.isParallel && !textOf(first.words).endsWith(':')))
  );
}

/** "three things are done in parallel:", where the list of them follows. */
export function isAnnouncement({ isParallel, words }: Clause): boolean {
  const text = textOf(words);
  return (
    isParallel &&
    text.endsWith(':') &&
    /\b(?:things|tasks|steps|activities) (?:are|is|have|has|happen)\b/i.test(text)
  );
}

/** Whether a clause is one of the list of "three things are done in parallel: …". */
export function isListedParallel(clauses: readonly Clause[], at: number): boolean {
  return clauses.slice(0, at).some((each) => each.isParallel && textOf(each.words).endsWith(':'));
}
