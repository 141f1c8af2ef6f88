import { directionIn } from '../../instruction/wishes.ts';
import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, completeParts, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { ATOM } from '../language/hideNames.ts';
import { LINE_NOUN } from '../language/words.ts';
import { restyled } from './restyled.ts';

const TO =
  /\s+(?:to|as|into|in|by|with|instead of|zu|en|durch|par|por|con|a|->|=>|→|=)\s+|\s*(?:->|=>|→)\s*|\s*:\s+/i;
const TITLE =
  /^(?:(?:the|this|my|our)\s+)?(?:(?:title|name)\s+of\s+(?:the|this)\s+)?(?:board|canvas|diagram|chart|drawing|page|title|document|whole thing)(?:['’]s)?(?:\s+(?:title|name))?(?=\s|$)/i;
const TEXT_OF =
  /^(?:the\s+)?(?:text|name|title|label|wording|caption|spelling)\s+(?:of|in|on)\s+|^(?:el\s+nombre|el\s+título|le\s+nom|le\s+titre|den\s+(?:namen|titel|text))\s+(?:del?|du|von)\s+|(?:['’]s)\s+(?:text|name|title|label)$/i;

const NAME_ONLY = new RegExp(`^${ATOM}$`);
/** "'no' on the arrow to Trial". */
const LABEL_ON = new RegExp(
  `^(?:${ATOM}|\\S+)\\s+(?:on|of|at|auf|an|sur|en)\\s+(.*(?:${LINE_NOUN}).*)$`,
  'isu',
);

/** "A to B", "A as B", "A 'B'", several of them in a row. */
export function pairsOf(rest: string, clause: Clause): [what: string, to: string][] {
  const hasMark = (part: string) => TO.test(part);
  return completeParts(rest, hasMark).flatMap((part) => {
    const pair = pairOf(part, clause);
    return pair === null ? [] : [pair];
  });
}

function pairOf(part: string, clause: Clause): [string, string] | null {
  const marks = [...part.matchAll(new RegExp(TO.source, 'gi'))].slice(0, 6);
  const splits = marks.map(({ index, 0: mark }): [string, string] => [
    part.slice(0, index),
    part.slice(index + mark.length),
  ]);
  const found =
    splits.find(([what]) => clause.isThere(what.replace(TEXT_OF, ''))) ??
    splits.find(([what, to]) => NAME_ONLY.test(to) && LABEL_ON.test(what)) ??
    splits[0];
  if (found !== undefined) return found;
  const direct =
    new RegExp(`^(.+?)\\s+(${ATOM})$`, 'is').exec(part) ??
    new RegExp(`^(.*${ATOM})\\s+(.+)$`, 'is').exec(part) ??
    /^(this|that|it)\s+(.+)$/is.exec(part);
  return direct?.[1] === undefined || direct[2] === undefined ? null : [direct[1], direct[2]];
}

/** "The label yes", "die Beschriftung ja". */
const LABEL_NAMED = new RegExp(
  `^(?:(?:the|die|le|la)\\s+)?(?:label|answer|text|beschriftung|antwort)\\s+(${ATOM}|\\S+)$`,
  'is',
);

const noTitle: Command = {
  kind: 'unsupported',
  reason: 'An instruction can’t rename the canvas itself. Click its name at the top of the page.',
};

export function renamed(what: string, to: string, { names, isLabel }: Clause): Command {
  const text = names.show(to.trim().replace(/^(?:be\s+)?(?:called|named)\s+/i, ''));
  const label = LABEL_NAMED.exec(what)?.[1];
  if (label !== undefined && isLabel(label)) return { kind: 'rename', what: label, to: text };
  const which = LABEL_ON.exec(what)?.[1] ?? what;
  if (namesLines(which)) return { kind: 'labelLines', which, text };
  return { kind: 'rename', what: what.replace(TEXT_OF, '').replace(/\s+from$/i, ''), to: text };
}

const EVERY =
  /^(?:every(?:\s+(?:occurrence|instance|mention)\s+of)?|all(?:\s+(?:occurrences|instances|mentions)\s+of)?|the\s+words?|each|überall|partout|jedes)\s+(.+)$/is;
const EVERYWHERE =
  /\s+(?:everywhere|in\s+(?:all|every|each)\s+\S+(?:\s+\S+)?|on\s+(?:all|every)\s+\S+|throughout|überall|partout)$/i;

/** "The field date (of Order) to orderDate". */
const FIELD =
  /^(?:(?:the|das|die|den)\s+)?(?:field|attribute|property|method|feld|attribut|methode)\s+(\S+)(?:\s+(?:of|in|from|von|in|aus)\s+\S+)?\s+(?:to|as|in(?:to)?|zu)\s+(\S+)$/is;

/** "It Case done instead of Case closed". */
const INSTEAD = /^(?:it|this|that)\s+(.+?)\s+(?:instead\s+of|rather\s+than|and\s+not)\s+(.+)$/is;

export function readRename(rest: string, clause: Clause): Command[] | null {
  if (TITLE.test(rest) && !clause.isThere(rest.split(TO)[0] ?? '')) return one(noTitle);
  const [, instead, what] = INSTEAD.exec(rest) ?? [];
  if (instead !== undefined && what !== undefined) return [renamed(what, instead, clause)];
  const [, field, name] = FIELD.exec(rest) ?? [];
  if (field !== undefined && name !== undefined)
    return one({ kind: 'replaceWords', from: field, to: clause.names.show(name) });
  const isEverywhere = EVERYWHERE.test(rest);
  const pairs = pairsOf(rest.replace(EVERYWHERE, ''), clause).filter(([, to]) => to !== '');
  return pairs.length === 0
    ? null
    : pairs.map(([what, to]) => {
        const every = EVERY.exec(what)?.[1];
        if (every === undefined && !isEverywhere) return renamed(what, to, clause);
        return { kind: 'replaceWords', from: every ?? what, to: clause.names.show(to) };
      });
}

export function readReplace(rest: string, clause: Clause): Command[] | null {
  const direction = directionIn(rest);
  if (direction !== null && !/\uE000/.test(rest)) return one({ kind: 'arrange', what: null, direction });
  return restyled(rest, clause) ?? readRename(rest, clause);
}

export function changeCase(what: string, letters: string, clause: Clause): Command {
  const to = /lower|small/i.test(letters)
    ? 'lower'
    : /title|capitali[sz]ed/i.test(letters)
      ? 'title'
      : 'upper';
  return { kind: 'changeCase', what: phrasesOf(what, clause), to };
}

export function readFix(rest: string, clause: Clause): Command[] | null {
  const [, where, to] =
    /^(?:the\s+|a\s+)?(?:typos?|spelling|misspelling|mistake)\s+(?:in|of|on)\s+(.+?)(?:\s*(?::|->|,?\s+(?:to|it should (?:be|say)|should be))\s*(.+))?$/is.exec(
      rest,
    ) ?? [];
  if (where === undefined) return null;
  if (to === undefined)
    return one({ kind: 'unsupported', reason: 'The right spelling is missing: “rename … to …”.' });
  return one({ kind: 'rename', what: where, to: clause.names.show(to) });
}
