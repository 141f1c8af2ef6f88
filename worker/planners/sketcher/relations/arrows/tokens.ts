import type { ArrowEnds } from '../graph/relationGraph.ts';

export type Arrow = { kind: 'arrow'; ends: ArrowEnds; label: string | null; isDashed: boolean };
/** What parts statements (`end`), names (`comma`), or a name from what is said about it (`colon`). */
export type Mark = { kind: 'end' | 'line' | 'comma' | 'colon' };
/** A piece of a text, with its place in it; text between arrows and marks is as it was typed. */
export type Token = (Arrow | Mark | { kind: 'text' }) & { from: number; to: number };

/** `-yes->`, `-- yes -->`, `-(yes)->`, `=[yes]=>`: the label in a group of its own for each form. */
const LABELLED =
  /(?<back><)?(?:[-=]{1,3} ?(?:\((?<round>[^()\n]{1,60})\)|\[(?<square>[^[\]\n]{1,60})\]|\|(?<bar>[^|\n]{1,60})\|) ?[-=]{1,3}(?<head>>)|(?:--|==)-? ?(?<long>[\p{L}\p{N}"][^-=<>|;\n]{0,60}?) ?(?:--|==)-?>|(?<=^|\s)[-=](?<short>[\p{L}\p{N}][^-=<>|;\n]{0,40}?(?<! ))[-=]{1,2}>|-\. ?(?<dotted>[^-.<>|;\n]{1,60}?) ?\.->)/uy;
const PLAIN =
  /(?<both><[-=~]{1,12}>|[↔⇔⟷⇄⇆])|(?<backward><{1,2}-{1,12}|<={2,12}|(?<=\s)<=(?=\s+\p{L})|[←⟵⇐⬅]\uFE0F?)|(?<dashed>-\.{1,12}-{0,3}>|\.{2,12}>|~{1,12}>)|(?<forward>[-–—−=－＝]{1,12}(?:>{1,2}|＞)|(?<=\s)(?:>>|»)(?=\s)|[→⟶➔➜➝➙➛➞➡⟹⮕⇒⇨↓⬇⇓]\uFE0F?)|(?<none>(?<=\s)-{2,12}(?=\s))/uy;
/** `-->|yes|` */
const LABEL_BEHIND = /\|([^|\n]{1,60})\|/y;
/** `Home > Products`; a number behind it makes it a comparison. */
const BREADCRUMB = /(?<=\S\s)>(?=\s+[^\s\d$€£])/y;
const COMMA = /,(?!\d{3}\b)|[，、،]/y;
const COLON = /:(?=\s|$)|：/y;
/** The semicolon of `&lt;` ends nothing. */
const END = /(?<!&#?[\p{L}\d]{2,8})[;；؛]|[.!](?=\s|$)|。/uy;
const ABBREVIATION =
  /(?:^|[\s(.])(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|vs|etc|approx|ca|inc|Inc|Ltd|Co|e\.g|i\.e|z\.B|d\.h)$/u;
/** A full stop before an arrow shows that the writer shortens words with it. */
const ABBREVIATES = /\p{Ll}\. ?(?:[-=]{1,2}>|→)/u;
const NUMBERING = /^\s*\(?\d{1,3}$/;

/** Takes a text apart at its arrows, commas, colons and ends of statements that stand outside quotes and brackets. */
export function tokenize(text: string): Token[] {
  const abbreviates = ABBREVIATES.test(text);
  const tokens = tokensOf(text, { breadcrumbs: false, abbreviates });
  // ">" is an arrow only where nothing else is one: elsewhere it may compare.
  return tokens.some(({ kind }) => kind === 'arrow')
    ? tokens
    : tokensOf(text, { breadcrumbs: true, abbreviates });
}

/** What the marks of a text mean: whether ">" is an arrow, and full stops end short words. */
type Habits = { breadcrumbs: boolean; abbreviates: boolean };

function tokensOf(text: string, habits: Habits): Token[] {
  const closings = closingsOf(text);
  const tokens: Token[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const closing = closings.get(at);
    const found = closing === undefined ? tokenAt(text, at, from, habits) : null;
    if (found === null) {
      at = closing === undefined ? at + 1 : closing + 1;
      continue;
    }
    if (text.slice(from, at).trim() !== '') tokens.push({ kind: 'text', from, to: at });
    tokens.push(found);
    at = found.to;
    from = at;
  }
  if (text.slice(from).trim() !== '') tokens.push({ kind: 'text', from, to: text.length });
  return tokens;
}

function tokenAt(text: string, at: number, from: number, habits: Habits): Token | null {
  if (text.charAt(at) === '\n') return { kind: 'line', from: at, to: at + 1 };
  const arrow = arrowAt(text, at) ?? (habits.breadcrumbs ? breadcrumbAt(text, at) : null);
  if (arrow !== null) return arrow;
  const markAt = (kind: Mark['kind'], pattern: RegExp): Token | null => {
    const [mark] = matchAt(pattern, text, at) ?? [];
    return mark === undefined ? null : { kind, from: at, to: at + mark.length };
  };
  const end = markAt('end', END);
  if (end !== null)
    return isInsideName(text, from, at) || (habits.abbreviates && isShortened(text, from, at)) ? null : end;
  return markAt('comma', COMMA) ?? markAt('colon', COLON);
}

/** Whether a full stop ends an abbreviation or the number of a line. */
function isInsideName(text: string, from: number, at: number): boolean {
  if (text.charAt(at) !== '.') return false;
  const before = text.slice(Math.max(from, at - 12), at);
  return ABBREVIATION.test(before) || (NUMBERING.test(before) && from >= at - 12);
}

/** Whether a full stop stands behind the only, short word of a name that goes on in small letters: "appr. mgr". */
function isShortened(text: string, from: number, at: number): boolean {
  return (
    at - from <= 7 &&
    /^\s*\p{L}{1,5}$/u.test(text.slice(from, at)) &&
    /^\.\s(?:\p{Ll}|[-=→])/u.test(text.slice(at, at + 3))
  );
}

function arrowAt(text: string, at: number): Token | null {
  // Within a row of marks no other arrow begins.
  if (/[-=.~]/.test(text.charAt(at)) && text.charAt(at - 1) === text.charAt(at)) return null;
  const labelled = matchAt(LABELLED, text, at);
  if (labelled !== null) {
    const { back, round, square, bar, long, short, dotted } = labelled.groups ?? {};
    const label = [round, square, bar, long, short, dotted].find((some) => some !== undefined);
    const ends = back === undefined ? 'forward' : 'both';
    const isDashed = dotted !== undefined;
    return {
      ...{ kind: 'arrow', ends, label: label?.trim() ?? null, isDashed },
      ...{ from: at, to: at + labelled[0].length },
    };
  }
  const plain = matchAt(PLAIN, text, at);
  if (plain === null) return null;
  const { both, backward, dashed, none } = plain.groups ?? {};
  const ends =
    both !== undefined
      ? 'both'
      : backward !== undefined
        ? 'backward'
        : none !== undefined
          ? 'none'
          : 'forward';
  const behind = matchAt(LABEL_BEHIND, text, at + plain[0].length);
  return {
    ...{ kind: 'arrow', ends, label: behind?.[1]?.trim() ?? null, isDashed: dashed !== undefined },
    ...{ from: at, to: at + plain[0].length + (behind?.[0].length ?? 0) },
  };
}

function breadcrumbAt(text: string, at: number): Token | null {
  if (matchAt(BREADCRUMB, text, at) === null) return null;
  return { kind: 'arrow', ends: 'forward', label: null, isDashed: false, from: at, to: at + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
};

/** Where the quotes and brackets that are closed on their own line end, by where they begin. */
function closingsOf(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  let open: { at: number; mark: string }[] = [];
  let quote: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') [open, quote] = [[], null];
    else if (character === '"') {
      if (quote !== null) closings.set(quote, at);
      quote = quote === null ? at : null;
    } else if (open.at(-1)?.mark === character) closings.set(open.pop()?.at ?? at, at);
    else if (PAIRS[character] !== undefined) open.push({ at, mark: PAIRS[character] });
  }
  return closings;
}
