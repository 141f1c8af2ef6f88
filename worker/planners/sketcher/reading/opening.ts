import { isMarked } from '../text/outline.ts';
import { hasWords } from '../text/plain.ts';
import { NUMBER } from '../text/words.ts';

/** An instruction taken apart: what is to be drawn (`head`), and what is to be in it (`body`); either may be ''. */
export type Opening = { head: string; body: string };

const COMMAND =
  /^(?:hi|hello|hey|please|plz|pls|kindly|explain|illustrate|ok|okay|can you|could you|would you|will you|i(?:'d| would) like(?: you)?(?: to)?|i (?:want|need)(?: you)?(?: to)?|we need(?: to)?|let's|let us|help me(?: to)?|try to|add|insert|draw|create|make|build|sketch|generate|show|design|give|map out|map|visuali[sz]e|prepare|produce|do|get|set up|lay out|erstellen?|zeichnen?|crear?|dibujar?|haz|cré(?:er?|ez)|dessine[rz]?|faire|fais|what (?:are|is))\b[\s,!]*(?:(?:me|us|mir|moi|un|una|une|eine?n?|a|an|the)\b\s*)*/i;

/** The text without "please draw me a …" before it. */
export function withoutCommand(text: string): string {
  let rest = text.trim();
  for (;;) {
    const shorter = rest.replace(COMMAND, '');
    if (shorter === rest || !hasWords(shorter)) return rest;
    rest = shorter;
  }
}

/** Commands that are surely about a drawing: "create account" may as well be a step. */
const DRAW =
  /^\s*(?:(?:please|can you|could you)\s+)?(?:draw|sketch|visuali[sz]e|map out|diagram|illustrate)\b/i;

const COUNTED = new RegExp(
  `^(?:the following |the |these )?(?:${NUMBER}|several|some|a few)?\\s*(?:steps?|columns?|branches|cards?|items?|options?|events?|stages?|phases?|rows?|topics?|lanes?|criteria|milestones?)?\\s*(?:called|named|like|such as|are)?\\s*:?\\s*`,
  'i',
);

/**
 * Splits an instruction where its content begins: after a colon, a line's end, "where" or "with …, …", or after
 * the name of the diagram itself. `names` tells whether words name a diagram.
 */
export function splitOpening(text: string, nameEnd: (text: string) => number | null): Opening {
  const bare = withoutCommand(text);
  const isHead = (words: string) =>
    hasWords(words) &&
    words.length <= 160 &&
    (nameEnd(words) !== null || (DRAW.test(text) && words.length < 80));
  const opening =
    splitAtColon(bare, isHead) ??
    splitAtLine(bare, isHead) ??
    splitAtSentence(bare, isHead) ??
    splitAtWith(bare, isHead) ??
    splitAfterName(bare, nameEnd);
  return opening.head === '' && !DRAW.test(text) ? splitAtTitle(text) : opening;
}

type Splitter = (text: string, isHead: (words: string) => boolean) => Opening | null;

const splitAtColon: Splitter = (text, isHead) => {
  const match = /^([^:\n]{1,160}?)\s*[:：](?!\/\/|\d)\s*/.exec(text);
  if (match?.[1] === undefined || !isHead(match[1])) return null;
  return { head: match[1], body: text.slice(match[0].length) };
};

/** "Morning routine: wake up, shower": the only colon of a text parts its title from its content. */
function splitAtTitle(text: string): Opening {
  const match = /^\s*([^:,;.!?\n]{3,60}?)\s*:\s+(?=\S[^:]*$)/.exec(text);
  if (match?.[1] === undefined || !/[,;\n]/.test(text)) return { head: '', body: text };
  return { head: match[1].trim(), body: text.slice(match[0].length) };
}

const splitAtLine: Splitter = (text, isHead) => {
  const end = text.indexOf('\n');
  if (end === -1 || isMarked(text.slice(0, end)) || !isHead(text.slice(0, end))) return null;
  return { head: text.slice(0, end), body: text.slice(end + 1) };
};

const splitAtSentence: Splitter = (text, isHead) => {
  const match = /^([^.!?;,\n]{3,120})[.!?;]\s+(?=\S)/.exec(text);
  if (match?.[1] === undefined || !isHead(match[1])) return null;
  return { head: match[1], body: text.slice(match[0].length) };
};

const splitAtWith: Splitter = (text, isHead) => {
  const match =
    /^(.{3,120}?),?\s+(?:where|in which|showing how|that shows how|such that|with|including|containing|on|by|covering|showing)\s+(?=.*[,;\n])/is.exec(
      text,
    );
  if (match?.[1] === undefined || !isHead(match[1]) || /^(.*[,;])/.test(match[1])) return null;
  return { head: match[1], body: text.slice(match[0].length).replace(COUNTED, '') };
};

/** "org chart CEO, CTO, CFO": the list follows the name without a mark. */
function splitAfterName(text: string, nameEnd: (text: string) => number | null): Opening {
  const end = nameEnd(text);
  if (end === null) return { head: '', body: text };
  const rest = text.slice(end);
  const listed = /[,;\n]|->|→/.test(rest);
  if (!listed) return { head: text, body: '' };
  return { head: text.slice(0, end), body: rest.replace(/^\s*(?:of|for|about|on|from|with)\b\s*/i, '') };
}
