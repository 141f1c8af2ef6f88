import { atOncePhrases } from '../../text/atOnce.ts';
import { isVerb } from '../../text/verbs.ts';
import type { Word } from '../words/readWords.ts';
import { isSubjectPronoun } from '../words/wordClasses.ts';

/** How a clause belongs to what stands before it. */
export type Link =
  | 'if'
  | 'unless'
  | 'when'
  | 'until'
  | 'lasting'
  | 'else'
  | 'so'
  | 'while'
  | 'relative'
  | 'reason'
  | 'before';

const CONDITIONS: ReadonlySet<Link | null> = new Set<Link>([
  'if',
  'unless',
  'when',
  'until',
  'lasting',
  'while',
]);

/** Whether a link leads to a condition, or to what is waited for. */
export function isConditional(link: Link | null): boolean {
  return CONDITIONS.has(link);
}

type Marker = { words: readonly string[]; link: Link | null };

const markersOf = (link: Link | null, phrases: string): Marker[] =>
  phrases.split(',').map((phrase) => ({ words: phrase.trim().split(' '), link }));

/** Words that a clause begins with, longer ones first; those without a link only lead on. */
const LEADING: readonly Marker[] = [
  ...markersOf(
    'else',
    'or else, otherwise, if not, if no, else, in all other cases, in the other case, in other cases, in the latter case, in the second case',
  ),
  ...markersOf(
    'so',
    'if so, if yes, in which case, in this case, in that case, in such a case, in the former case, in the first case',
  ),
  ...markersOf(
    'if',
    'in case that, in case of, in case, in the event of, provided that, only if, even if, in the event that, if',
  ),
  ...markersOf('unless', 'unless'),
  ...markersOf('when', 'as soon as, when, whenever, once, after'),
  ...markersOf('before', 'before'),
  ...markersOf('until', 'until, till'),
  ...markersOf('lasting', 'as long as'),
  ...markersOf('while', 'while, whereas'),
  ...markersOf('reason', 'because, since, although, though, so that, even though'),
  ...markersOf(
    null,
    'and, but, so, then, or, both, next, first of all, first, firstly, second, secondly, third, thirdly, finally, lastly, last, afterwards, afterward, after that, after this, later, to begin with, to start with, at the end, in the end, at last, subsequently, also, additionally, in addition, furthermore, moreover, however, thereafter, therefore, thus, usually, normally, generally, typically, basically, immediately, now, eventually, ultimately, optionally, as a first step, as a next step, in a first step, in a next step, in the next step, as a result',
  ),
].toSorted((a, b) => b.words.length - a.words.length);

/** Words within a sentence before which a clause of its own begins. */
const INNER: readonly Marker[] = [
  ...markersOf('else', 'or else, otherwise, else'),
  ...markersOf('so', 'in which case'),
  ...markersOf('if', 'in case, provided that, if'),
  ...markersOf('unless', 'unless'),
  ...markersOf('when', 'as soon as, when, whenever, once'),
  ...markersOf('until', 'until, till'),
  ...markersOf('lasting', 'as long as'),
  ...markersOf('while', 'while, whereas'),
  ...markersOf('reason', 'because, although, so that'),
  ...markersOf(null, 'and, but'),
].toSorted((a, b) => b.words.length - a.words.length);

/** The marker at a place, or null; `at` is the place of its first word. */
function markerAt(words: readonly Word[], at: number, markers: readonly Marker[]): Marker | null {
  return (
    markers.find(({ words: phrase }) =>
      phrase.every(
        (word, place) =>
          words[at + place]?.lower === word && (place === 0 || words[at + place - 1]?.after === ''),
      ),
    ) ?? null
  );
}

/** What "if" stands behind where it is no condition: "check if it fits". */
export const CHECKING = /(?:^|\s)(?:check|see|ask|verif|test|determin|decid|find out|look|inspect|know)\w*$/i;

/** "At once", "somebody else". */
const NO_MARKERS = /^at once$|^(?:(?:some|any|every|no)(?:body|one|thing|where)|who|what|nowhere) else$/;

/** Whether a clause may begin at a place within a sentence. */
export function isClauseStart(words: readonly Word[], at: number): boolean {
  const phrase = `${words[at - 1]?.lower} ${words[at]?.lower}`;
  const isChecked = words[at]?.lower === 'if' && CHECKING.test(words[at - 1]?.lower ?? '');
  return !isChecked && !NO_MARKERS.test(phrase) && markerAt(words, at, INNER) !== null;
}

/** "If no device is free", "after two days": what stands behind the word makes it no marker of another clause. */
function isDenied(words: readonly Word[], at: number): boolean {
  const [marker, denial, denied] = words.slice(at, at + 3);
  if (marker?.lower === 'after') return denial?.tags.has('Value') === true || denial?.lower === 'another';
  if (marker?.lower !== 'if' || denied === undefined || denial?.after !== '') return false;
  if (denial.lower === 'not') return !isVerb(denied.lower) && !isSubjectPronoun(denied);
  return denial.lower === 'no' && !denied.canBeVerb && !words.some(({ lower }) => lower === 'or');
}

/** The words of a clause without those that lead to it, and what those mean. */
export function withoutMarkers(words: readonly Word[]): { link: Link | null; rest: Word[] } {
  let at = 0;
  for (;;) {
    const marker = markerAt(words, at, isDenied(words, at) ? INNER : LEADING);
    if (marker === null) return { link: null, rest: words.slice(at) };
    at += marker.words.length;
    if (marker.link !== null) return { link: marker.link, rest: words.slice(at) };
  }
}

const PARALLEL = atOncePhrases.map((phrase) => phrase.toLowerCase().split(' '));

/** The words without "at the same time" and its like, and whether such words were there. */
export function withoutParallel(words: readonly Word[]): { isParallel: boolean; rest: Word[] } {
  for (let at = 0; at < words.length; at += 1) {
    const phrase = PARALLEL.find((each) => each.every((word, place) => words[at + place]?.lower === word));
    if (phrase === undefined) continue;
    const end = at + phrase.length;
    const kept = [...words.slice(0, at), ...words.slice(end)];
    const last = words[end - 1];
    // The comma behind the phrase now stands behind the word before it.
    if (at > 0 && last !== undefined && last.after !== '')
      kept[at - 1] = { ...(words[at - 1] as Word), after: last.after };
    return { isParallel: true, rest: kept };
  }
  return { isParallel: false, rest: [...words] };
}
