import { isMarked, isNumbered } from '../text/outline.ts';
import { hasWords, plainText } from '../text/plain.ts';
import { sectionsOf } from '../text/sections.ts';

import { SENTENCE_END, splitSentences } from '../text/sentences.ts';
import { splitUnparted, splitWords } from '../text/unparted.ts';

import { isAction } from '../text/verbs.ts';
import { NUMBER } from '../text/words.ts';
import { type NameEnd, withoutCommand } from './command.ts';
import { type Declared, LEADS_TO_PARTS, takeDeclared } from './declared.ts';
import { splitBeforeSection } from './firstSection.ts';
import { isListName, kindEnd } from './kinds.ts';
import { tellsCount, titleOf } from './title.ts';

/**
 * An instruction taken apart: what is to be drawn (`head`), the parts that this names, and what is to be in it
 * (`body`). Each may be empty.
 */
export type Opening = { head: string; declared: Declared | null; body: string };

/** Words of a sentence that tells something, rather than of a heading. */
const TELLS =
  /\b(?:is|are|was|were|will|would|can|could|should|must|has|have|had|we|they|he|she|it|I|you|ist|sind|war|wir|wird|hat|haben|est|sont|es|son)\b/i;
const tells = (words: string): boolean =>
  TELLS.test(words) && !/^(?:how|what|when|where|who|why)\b/i.test(words) && !tellsCount(words);
/** "The loan process [starts when …]". */
const isTold = (rest: string): boolean => /^\s*\p{Ll}+s\s/u.test(rest) && isAction(rest);
/** "Gather requirements": a sentence about a list is a step, and names none. */
const isTask = (head: string): boolean => isListName(head) && isAction(head) && !/list/i.test(head);
/** Longest opening, in UTF-16 units. */
const MAX_HEAD = 160;
/** How far into the content the first section is looked for, in UTF-16 units. */
const MAX_BEGIN = 400;
const COUNTED = new RegExp(
  `^(?:the following |the |these )?(?:(?:${NUMBER})(?!\\d)|several|some|a few)?\\s*(?:steps?|cards?|items?|options?|events?|stages?|phases?|rows?|topics?|lanes?|criteria|milestones?)?\\s*(?:called|named|like|such as|are)?\\s*:?\\s*`,
  'i',
);

/** A text without the request before it, and the title that this gives in the person's words, '' for none. */
export function withoutOpening(text: string): { title: string; body: string } {
  const { head, declared, body } = splitOpening(text, kindEnd);
  return head === '' || declared !== null ? { title: '', body: text } : { title: titleOf(head), body };
}

/**
 * The title that an instruction gives to what is drawn by another reader: of its opening, or else of its first sentence;
 * '' if it only asks for a drawing.
 */
export function titleOfInstruction(instruction: string): string {
  const text = plainText(instruction);
  const [line = ''] = splitSentences(text.split('\n').find(hasWords) ?? '');
  return withoutOpening(text).title || titleOf(line);
}

/** Splits an instruction where its content begins. */
export function splitOpening(text: string, nameEnd: NameEnd): Opening {
  const bare = withoutCommand(text, nameEnd);
  const isCommanded = bare.length < text.trim().length;
  const names = (words: string) => nameEnd(words) !== null && (isCommanded || !tells(words));
  if (isListAmongSections(bare)) return { head: '', declared: null, body: bare };
  const sectioned = splitBeforeSection(bare, nameEnd);
  if (sectioned !== null) return { ...sectioned, head: withoutMarks(sectioned.head), declared: null };
  const parts = takeDeclared(bare);
  if (parts !== null && !TELLS.test(parts.head)) return { ...parts, head: withoutMarks(parts.head) };
  const { head, body } = splitAtMark(bare, names, nameEnd) ??
    splitAtWith(bare, names) ??
    splitAfterName(bare, names, nameEnd) ??
    splitAtAmounts(bare) ??
    splitAtTitle(bare) ?? { head: '', body: bare };
  return { ...withTopic(withoutMarks(head), body), declared: null };
}

/** "Mind map: Italy - food: pizza; sights: Rome": what stands before a dash in the first of several sections is the topic. */
function withTopic(head: string, body: string): { head: string; body: string } {
  const [whole, topic] = TOPIC.exec(body) ?? [];
  if (head === '' || whole === undefined) return { head, body };
  const { before, sections } = sectionsOf(body.slice(0, MAX_BEGIN));
  const [first, ...others] = sections;
  const isTopic =
    before === '' &&
    first?.name.startsWith(whole.trimStart()) === true &&
    others.length > 0 &&
    others.every(({ name }) => !DASH.test(name));
  return isTopic ? { head: `${head}: ${topic}`, body: body.slice(whole.length) } : { head, body };
}

const TOPIC = /^\s*([^:：,;.!?\n–—]{2,48}?)\s[-–—]\s+(?=\p{L})/u;
const DASH = /\s[-–—]\s/;

/** "Ingredients: flour, eggs. Tools: bowl": the name of a list that is the first of several is no title. */
function isListAmongSections(text: string): boolean {
  const { before, sections } = sectionsOf(text.slice(0, MAX_BEGIN));
  const [first, second] = sections;
  return (
    first !== undefined &&
    second !== undefined &&
    before === '' &&
    hasWords(first.content) &&
    isListName(first.name)
  );
}

/** What is compared may follow with commas and "by": it is no content of its own. */
const COMPARES =
  /^(?:compar(?:e|ing|ison|are?|ez|er|aison|ación|ação)|vergleiche?n?|confront(?:o|are)|сравнение|сравнить)(?!\p{L})/iu;

type Split = { head: string; body: string };

/** The look-behind keeps a long run of marks from being tried from each of its places. */
const withoutMarks = (head: string) => head.replace(/^[\s"“*]+|(?<![\s:;,."”*!])[\s:;,."”*!]+$/g, '');

const MARK = new RegExp(
  `[:：](?!//|\\d)|\\n|[.!?]${SENTENCE_END}|[。！？](?=\\s|$)|[;；]|[,，]|(?<=\\S) [-–—](?=\\s)`,
  'giu',
);

/** At the first mark that ends words which name a diagram. */
function splitAtMark(text: string, names: (words: string) => boolean, nameEnd: NameEnd): Split | null {
  for (const { 0: mark, index } of text.slice(0, MAX_HEAD).matchAll(MARK)) {
    const split = {
      head: text.slice(0, mark === '?' ? index + 1 : index),
      body: text.slice(index + mark.length),
    };
    if (!hasWords(split.body)) return null;
    if (isMarked(split.head.slice(split.head.lastIndexOf('\n') + 1))) return null;
    if (endsOpening(mark, split, names, nameEnd))
      return /[:：]/.test(mark) ? withFirstSection(split.head, split.body, nameEnd) : split;
  }
  return null;
}

function endsOpening(
  mark: string,
  { head, body }: Split,
  names: (words: string) => boolean,
  nameEnd: NameEnd,
): boolean {
  if (/[,，]/.test(mark)) return !COMPARES.test(head) && isTitled(head, body, names);
  if (/[-–—]/.test(mark)) return names(head) ? isListed(body) : isSectioned(body) && !TELLS.test(head);
  if (mark === '?' && !/[:：\n]/.test(head) && !ANSWER.test(body) && isSectioned(body)) return true;
  if (/[.!]/.test(mark) && isTask(head)) return false;
  return (
    names(head) &&
    !SECTION.test(head) &&
    (/[:：\n]/.test(mark) || isHeading(head, nameEnd) || isSectioned(body))
  );
}

/** An answer to a question, of which the sections are then the ways. */
const ANSWER = /^\s*(?:yes|no|ja|nein|oui|non|s[ií]|是|否)(?!\p{L})/iu;
/** A section with content before the words that name a diagram: these head a later one. */
const SECTION = /[:：]\s[^.;,\n]*[.;,\n]/;

/** Whether a comma parts a title from sections: "Seating plan, Table 1: Ana, Bo". */
function isTitled(head: string, body: string, names: (words: string) => boolean): boolean {
  if (/[:：]/.test(head) || (!names(head) && (!/\s/.test(head.trim()) || TELLS.test(head)))) return false;
  const { before, sections } = sectionsOf(body.slice(0, MAX_BEGIN));
  return before === '' && sections.length > 0;
}

/** Whether a text is sections from its begin: "2x2 matrix cost and value. High value: …; low value: …". */
function isSectioned(body: string): boolean {
  const { before, sections } = sectionsOf(body.slice(0, MAX_BEGIN));
  return before === '' && sections.length > 1;
}

/** Whether a text is sections or a list from its begin: what stands before a dash is its title. */
function isListed(body: string): boolean {
  const { before, sections } = sectionsOf(body.slice(0, MAX_BEGIN));
  return sections.length === 0 ? /[,;，；、]/.test(body) : before === '' && sections.length > 1;
}

/** "Roadmap Q1: login; Q2: payments": what follows the diagram's name is the name of the first section. */
function withFirstSection(head: string, body: string, nameEnd: NameEnd): Split {
  const end = nameEnd(head) ?? head.length;
  const rest = head.slice(end);
  const name = rest.replace(FIRST_WITH, '').trim();
  const { before, sections } = sectionsOf(body.slice(0, MAX_BEGIN));
  const isSection =
    name !== '' &&
    name.split(/\s+/).length <= 3 &&
    !/^(?:of|for|about|on|from|with|in|to|4|zum|zur|für|von|sobre|para|de|del|da|do|pour|sur|di)\b/i.test(
      name,
    );
  if (!isSection || before === '' || sections.length === 0) return { head, body };
  return { head: head.slice(0, end), body: `${name}: ${body}` };
}

/** "Board with Kitchen: cake; Shelf: bread". */
const FIRST_WITH = new RegExp(`^${LEADS_TO_PARTS.source.replace(/\$$/, '(?=\\S)')}`, LEADS_TO_PARTS.flags);

/** A sentence that is no more than the name of a diagram and what it is of. */
function isHeading(head: string, nameEnd: NameEnd): boolean {
  const rest = head.slice(nameEnd(head) ?? 0).trim();
  if (COMPARES.test(head)) return true;
  if (/^the\b/i.test(head)) return false;
  return (
    rest.split(/\s+/).length <= 2 ||
    /^(?:of|for|about|on|from|to|between|de|von|für|para|sobre)\b/i.test(rest)
  );
}

/** "… with cards a, b": what is listed after a small word is the content. */
function splitAtWith(text: string, names: (words: string) => boolean): Split | null {
  const match =
    /^(.{3,120}?),?\s+(?:where|in which|showing how|that shows how|such that|with|mit|avec|including|containing|on|by|covering|showing|from(?=\s\d.*\sto\s\d))\s+(?=.*[,;\n]|\d.*\sto\s\d)/is.exec(
      text,
    );
  if (match?.[1] === undefined || !names(match[1]) || /[,;\n]|[.!?]\s/.test(match[1]) || COMPARES.test(text))
    return null;
  return { head: match[1], body: text.slice(match[0].length).replace(COUNTED, '') };
}

/** "org chart CEO, CTO, CFO": the list follows the name without a mark. */
function splitAfterName(text: string, names: (words: string) => boolean, nameEnd: NameEnd): Split | null {
  const end = nameEnd(text.slice(0, MAX_HEAD).split(/[\n:;]|[.!?](?=\s)/)[0] ?? '');
  if (end === null || !names(text.slice(0, end))) return null;
  const rest = text.slice(end);
  if (isTold(rest) || (/^\s*[.!]/.test(rest) && isTask(text.slice(0, end)))) return null;
  const words = /\blist\s*$/i.test(text.slice(0, end)) ? splitWords(rest) : null;
  if (words !== null) return { head: text.slice(0, end), body: words.join(', ') };
  if (!/[,;\n]|->|→/.test(rest) || (COMPARES.test(text) && !text.includes('\n')))
    return { head: text, body: '' };
  return {
    head: text.slice(0, end),
    body: rest.replace(/^\s*(?:of|for|about|on|from|with)\b\s*/i, ''),
  };
}

/** "veg order 10 apples 6 leeks 2 melons": what stands before the first amount is the title. */
function splitAtAmounts(text: string): Split | null {
  const at = text.search(/(?<=\S )\d/);
  if (at === -1 || at > MAX_HEAD || /[:：,;\n]/.test(text)) return null;
  return splitUnparted(text.slice(at)).length > 2 ? { head: text.slice(0, at), body: text.slice(at) } : null;
}

/** "Morning routine: wake up, shower": what stands before the only colon, before a line of its own, or before numbered lines, is the title. */
function splitAtTitle(text: string): Split | null {
  const line = text.indexOf('\n');
  const numbered = text.slice(line + 1);
  if (
    line > 0 &&
    line <= MAX_HEAD &&
    !isMarked(text) &&
    isNumbered(numbered) &&
    numbered.split('\n').every(isMarked)
  )
    return { head: text.slice(0, line), body: numbered };
  const match = /^\s*([^:：,;.!?\n]{2,60}?)\s*[:：][^\S\n]*(\n?)(?!\d|\/\/)/.exec(text);
  if (match?.[1] === undefined || isMarked(text) || tells(match[1])) return null;
  const body = text.slice(match[0].length);
  if (match[2] === '\n') return hasOtherTitles(body) ? null : { head: match[1], body };
  const { before, sections } = sectionsOf(body);
  return /[,;\n，；、]/.test(body) && (sections.length === 0 || before === '')
    ? { head: match[1], body }
    : null;
}

const hasOtherTitles = (text: string): boolean =>
  text.split('\n').some((line) => /^\S.*[:：]\s*$/.test(line) && !isMarked(line));
