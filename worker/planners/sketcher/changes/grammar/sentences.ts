import { hasWords } from '../../text/plain.ts';
import { splitSentences } from '../../text/sentences.ts';
import { splitOutside } from '../../text/split.ts';
import { EXCEPT_WORDS } from '../language/exceptions.ts';
import { REMARK } from '../language/reasons.ts';
import { SAME } from '../language/same.ts';
import { bareClause } from './clause.ts';
import { leadingVerbs, VERB } from './verbs.ts';

/** An answer or a place behind a question, which goes on with it: "add Ok? after Review". */
const GOES_ON =
  /^(?:(?:if|when|wenn|si)\s+)?(?:yes|no|ja|nein|oui|non|s[ií]|after|before|between|nach|vor|zwischen|après|avant|entre|después|antes)(?!\p{L})/iu;
const MARKER = /^\s*(?:[-–—•*+]\s+|\[[ x]?\]\s+|\(?\d{1,2}[.)]\s+|[a-h]\)\s+)+/i;
/** A line, or the number of a command in one line: "1) add Review 2) delete Draft". */
const LINE = new RegExp(`(?<!\\s)(?:\\s*\\n\\s*|[,;.]?\\s+(?=\\(?\\d{1,2}[.)]\\s+${VERB}))`, 'iu');
/** Where another command may begin. */
const JOINT = new RegExp(
  `(?:,?\\s+(?:and\\s+then|so|therefore|deshalb|donc|por\\s+eso|and\\s+also|and|then|also|but|und\\s+dann|und|et\\s+puis|et|y\\s+luego|y)\\s+(?:please\\s+)?(?=${VERB}|${SAME}))|,\\s+(?:please\\s+)?(?=${VERB}|${SAME})|,?\\s+(?:and|then)\\s+(?=let\\s+(?!us\\s))|(?:,|,?\\s+and)\\s+(?=(?:the\\s+)?\uE000\\d+\uE001\\s+\\p{Ll}+s\\s+(?:\\p{Ll}+\\s+)?it(?:[.!]?$|,?\\s+and\\s))|,\\s+(?:and\\s+|but\\s+)?(?=${REMARK})|(?:,\\s+(?:and\\s+|but\\s+)?|,?\\s+(?:and|but|while|whereas|und|aber|et|mais|y|pero)\\s+)(?=(?:(?:the|der|die|das|la|le|el)\\s+)?\uE000\\d+\uE001\\s+(?:is|are|was|were|has|should|must|becomes|goes|ist|sind|wird|soll|est|sont|está)\\s)`,
  'iu',
);

const COMMAND = new RegExp(`^(?:please\\s+)?${VERB}`, 'iu');

/** What begins with a condition or an exception goes on behind its comma. */
const OPENING = new RegExp(
  `^(?:please\\s+)?(?:if|when|whenever|once|in case|unless|wenn|falls|si|cuando|after|before|between|nach|vor|zwischen|après|avant|entre|después|antes|${EXCEPT_WORDS})\\s`,
  'i',
);
const LONGEST_OPENING = 40;

/** A sentence in parts that may be commands, each with what stood before it. */
export type Part = { joint: string; text: string };

/**
 * Sentences and lines, without the marks of a list. Below a line with a colon at its end stands what it is about, or
 * other commands, of which it is only the heading.
 */
export function sentencesOf(text: string): string[] {
  const blocks: { line: string; items: string[] }[] = [];
  for (const marked of splitOutside(text, LINE)) {
    const line = marked.replace(MARKER, '');
    const open = blocks.at(-1);
    const isItem = open?.line.endsWith(':') && (adds(open.line) || !COMMAND.test(line));
    if (isItem) open?.items.push(line);
    else blocks.push({ line, items: [] });
  }
  return blocks
    .flatMap(({ line, items }, at) => {
      if (items.length > 0) return [`${line} ${items.join(adds(line) ? '; ' : ', ')}`];
      return line.endsWith(':') && at + 1 < blocks.length ? [] : wholeSentences(line);
    })
    .filter(hasWords);
}

function wholeSentences(line: string): string[] {
  const sentences: string[] = [];
  for (const sentence of splitSentences(line)) {
    const goesOn = sentences.at(-1)?.endsWith('?') && GOES_ON.test(sentence);
    if (goesOn) sentences.push(`${sentences.pop()} ${sentence}`);
    else sentences.push(sentence);
  }
  return sentences;
}

const adds = (line: string) => leadingVerbs(bareClause(line)).some(({ action }) => action === 'add');

/**
 * Parts at "and", "then" and commas where a verb follows. Behind the colon of a command stands a list; and a verb in upper
 * case begins the name of something: "add Review, Call customer".
 */
export function partsOf(sentence: string): Part[] {
  const parts: Part[] = [];
  const colon = sentence.search(/:\s/);
  const joints = [...sentence.matchAll(new RegExp(JOINT.source, 'giu'))].filter(
    ({ index, 0: joint }) =>
      (colon < 0 || index < colon || !COMMAND.test(sentence)) &&
      !/^\p{Lu}/u.test(sentence.slice(index + joint.length)),
  );
  let from = 0;
  let joint = '';
  let opened = -1;
  for (const { index, 0: between } of joints) {
    if (opened < from && OPENING.test(sentence.slice(from, from + LONGEST_OPENING))) {
      opened = from;
      continue;
    }
    parts.push({ joint, text: sentence.slice(from, index) });
    joint = between;
    from = index + between.length;
  }
  parts.push({ joint, text: sentence.slice(from) });
  return parts.filter(({ text }) => text.trim() !== '');
}
