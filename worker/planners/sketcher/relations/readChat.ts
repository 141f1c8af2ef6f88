import { titleOf } from '../instruction/title.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { hasWords } from '../text/plain.ts';

const LINE = /^\s*(?:[-*•]\s+|\[?\d{1,2}[:.]\d{2}\]?\s+)?(\p{L}[^:：,.;!?]{0,30})\s*[:：]\s+(\S.*)$/u;
/** A title that says who speaks: other names before colons are sections. */
const HEAD =
  /^[^:：\n]{0,60}(?:chat|conversation|dialog|gespräch|unterhaltung|conversación|diálogo)[^:：\n]{0,60}[:：]?\s*$/i;
const mostSpeakers = 6;

type Line = { speaker: string; text: string };

/** Draws what speakers say to each other, a line each, as a sequence: "Ann: hi", "Ben: hello". */
export function readChat(text: string): PlanBuilder | null {
  const lines = text.split('\n').filter(hasWords);
  const [head = ''] = lines;
  if (!HEAD.test(head)) return null;
  const said: Line[] = [];
  for (const line of lines.slice(1)) {
    const [, speaker, words] = LINE.exec(line) ?? [];
    if (speaker === undefined || words === undefined) return null;
    said.push({ speaker, text: words });
  }
  const speakers = new Set(said.map(({ speaker }) => speaker));
  if (said.length < 3 || speakers.size < 2 || speakers.size > mostSpeakers || !isAnswered(said)) return null;
  const plan = new PlanBuilder(titleOf(head), 'sequence');
  const ids = new Map([...speakers].map((speaker) => [speaker, plan.node(speaker)]));
  for (const [at, { speaker, text: label }] of said.entries()) {
    const other = (line: Line) => line.speaker !== speaker;
    const to = said.slice(at + 1, at + 8).find(other) ?? said.slice(0, at).findLast(other);
    plan.edge(ids.get(speaker) ?? '', ids.get(to?.speaker ?? '') ?? '', { label });
  }
  return plan;
}

/** Whether somebody speaks again after another one: names that stand once are sections of a list. */
const isAnswered = (said: readonly Line[]): boolean =>
  said.some(
    ({ speaker }, at) =>
      said[at - 1] !== undefined &&
      said[at - 1]?.speaker !== speaker &&
      said.slice(0, at - 1).some((line) => line.speaker === speaker),
  );
