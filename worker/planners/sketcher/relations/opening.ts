import { isOnlyAsking } from '../instruction/title.ts';
import { hasWords } from '../text/plain.ts';

/** What only leads to the content: "here is our flow", "it goes like this", "can you draw this". */
const LEAD_IN =
  /\b(?:like this|like so|as follows|the following|see below)\b|^(?:let me know|what do you think|does (?:this|that) make sense)\b|^(?:here(?:'s|’s| is| are)|this is|these are|draw|sketch|visuali[sz]e|diagram|make|show|below)\b.{0,60}$/i;
/** Whether a text is no content of its own. */
export function isLeadIn(text: string): boolean {
  return LEAD_IN.test(text.trim()) || isOnlyAsking(text);
}

const CORRECTION = /(?:^|[\s.,;])(?:no,? wait|scratch that|correction|sorry,? i mean|i meant?)\b[,:;.\s]*/gi;

/** What a person who corrected themselves meant: what stands behind "no wait", if there is anything. */
export function lastVersion(text: string): string {
  const last = [...text.matchAll(CORRECTION)].at(-1);
  const rest = last === undefined ? '' : text.slice(last.index + last[0].length);
  return hasWords(rest) ? rest : text;
}
