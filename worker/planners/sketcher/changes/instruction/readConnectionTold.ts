import { trimEndOf } from '../../text/trimEnd.ts';
import type { Context } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import { withoutArticle } from '../language/words.ts';

const TOLD =
  /^(.{1,60}?)\s+(\p{Ll}+s)(?:\s+(to|from|with|into|one|many|several|some|an?|the))*\s+(\S+(?:\s\S+){0,3})$/isu;

/** "Payments writes to it", "Order has one Invoice" behind an addition: how what is there is connected with it. */
export function readConnectionTold(
  text: string,
  before: readonly Command[],
  { names, isThere }: Context,
): Command[] | null {
  const added = before.at(-1);
  const isOfIt = added?.kind === 'connect' && added.to[0] === 'it';
  const isOne = added?.kind === 'add' && !added.isFrame && added.texts.length === 1;
  if (!isOfIt && !isOne) return null;
  if (leadingVerbs(text).length > 0) return null;
  const bare = trimEndOf(text, '.! ');
  const [, from = '', verb, , object = ''] = TOLD.exec(bare) ?? [];
  const isAdded =
    /^it$/i.test(object) ||
    (isOne && withoutArticle(names.show(object)).toLowerCase() === added.texts[0]?.toLowerCase());
  if (verb === undefined || !isAdded || !isThere(from)) return null;
  const phrase = bare.slice(from.length, bare.length - object.length).trim();
  const label = phrase.replace(/\s+(?:to|from|with|into|an?|the)$/i, '');
  return [{ kind: 'connect', from: [from], to: ['it'], label, isDashed: false, insteadOf: null }];
}
