import { leadingDate } from '../../text/dates.ts';
import { capitalise, label as labelOf } from '../../text/plain.ts';
import { singular } from '../../text/words.ts';
import type { Box, Line } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Command } from '../grammar/command.ts';
import { withoutArticle } from '../language/words.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Renames what is named: an object, else the connectors with that label, else those words in every text. */
export function rename({ what, to }: Of<'rename'>, work: Work): void {
  const { finder } = work;
  const lines = finder.isThere(what) ? [] : finder.labelled(what);
  if (lines.length > 0) labelAll(lines, to);
  else if (!finder.isThere(what) && hasWords(work, finder.show(what)))
    replaceWords({ kind: 'replaceWords', from: what, to }, work);
  else {
    const box = finder.oneToChange(what);
    box.text = labelOf(withDate(box.text, finder.show(what), to));
  }
}

/** "Rename launch to Go-live" keeps the date of "2021: Launch". */
function withDate(text: string, named: string, to: string): string {
  const what = /^[^:]{1,40}:\s/.test(text) ? (leadingDate(text)?.what ?? '') : '';
  const isUndated = what !== '' && withoutArticle(named).toLowerCase() === what.toLowerCase();
  return isUndated && leadingDate(to) === null ? `${text.slice(0, -what.length)}${capitalise(to)}` : to;
}

/** Replaces words in every text, or in that of one object. */
export function replaceWords({ from, to, within = null }: Of<'replaceWords'>, work: Work): void {
  const { canvas, finder } = work;
  const words = finder.show(from);
  const isSingular = !hasWords(work, words) && hasWords(work, singular(words));
  const pattern = wordsPattern(isSingular ? singular(words) : words);
  const text = isSingular ? singular(to) : to;
  const boxes =
    within === null ? canvas.boxes.filter(({ text }) => pattern.test(text)) : [finder.oneToChange(within)];
  const lines = within === null ? canvas.lines.filter(({ text }) => text !== null && pattern.test(text)) : [];
  if (!boxes.some(({ text }) => pattern.test(text)) && lines.length === 0) {
    // The words may be misspelt: then they name the object.
    finder.oneToChange(from).text = labelOf(to);
    return;
  }
  const free = boxes.filter(({ access }) => access === 'free');
  const fixed = boxes.find(({ access }) => access !== 'free');
  if (fixed !== undefined) {
    const reason = `${quoted(fixed)} ${fixed.access === 'locked' ? 'is locked' : 'is outside of your selection'}, so it stays as it is.`;
    if (free.length + lines.length === 0) refuse(reason);
    work.warn(reason);
  }
  const likeThem = (words: string) => (/^\p{Lu}/u.test(words) ? capitalise(text) : text);
  for (const box of [...free, ...lines])
    box.text = (box.text ?? '').replace(new RegExp(pattern, 'giu'), likeThem);
  finder.remember(free);
}

function hasWords({ canvas }: Work, words: string): boolean {
  const pattern = wordsPattern(words);
  return [...canvas.boxes, ...canvas.lines].some(({ text }) => text !== null && pattern.test(text));
}

/** Matches words as whole words, in upper or lower case. */
function wordsPattern(words: string): RegExp {
  const escaped = words.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped === '' ? '(?!)' : escaped}(?![\\p{L}\\p{N}])`, 'iu');
}

export function changeCase({ what, to }: Of<'changeCase'>, { finder }: Work): void {
  for (const box of finder.each(what, (phrase) => finder.toChange(phrase))) box.text = inCase(box, to);
}

function inCase({ text }: Box, to: Of<'changeCase'>['to']): string {
  if (to === 'upper') return text.toUpperCase();
  if (to === 'lower') return text.toLowerCase();
  return text.split(' ').map(capitalise).join(' ');
}

/** Labels connectors; an empty text takes the label away. */
export function labelLines({ which, text }: Of<'labelLines'>, { finder }: Work): void {
  labelAll(finder.lines(which), text);
}

function labelAll(lines: readonly Line[], text: string): void {
  for (const line of lines) line.text = text === '' ? null : text;
}
