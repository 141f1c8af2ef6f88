import type { Context } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';

const LABEL_IT =
  /^(?:label|call|name|title|mark|beschrifte|nomme|etiqueta)\s+(?:it|that|this|(?:the|that)\s+(?:new\s+)?(?:arrow|line|connector|connection|edge|link))\s+(?:as\s+|with\s+|mit\s+|avec\s+|con\s+)?(.+)$/is;

/** "Label it returns" behind a command that connects: the label of the new connector; null for other texts. */
export function readConnectorLabel(
  text: string,
  before: readonly Command[],
  { names }: Context,
): Command[] | null {
  const last = before.at(-1);
  const [, label] = LABEL_IT.exec(text) ?? [];
  const [from, to] = last?.kind === 'connect' ? [last.from[0], last.to[0]] : [];
  if (label === undefined || from === undefined || to === undefined) return null;
  return [{ kind: 'labelLines', which: `the arrow from ${from} to ${to}`, text: names.show(label) }];
}
