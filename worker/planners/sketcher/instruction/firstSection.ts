import { isColumnName } from '../boards/columns.ts';
import { findTemplate } from '../boards/find.ts';
import { hasWords } from '../text/plain.ts';
import type { NameEnd } from './command.ts';
import { LEADS_TO_PARTS } from './declared.ts';

/** What parts the name of a section from its content: a colon, a sign, a dash, or brackets with several things. */
const MARK = /\s*[:：=](?!\/\/)|\s[-–—]\s|\s*[([{（](?=[^()[\]{}（）\n]*[,;，；、])/u;
/** Where the first section begins at the latest, in UTF-16 units. */
const MAX_LEAD = 160;
/** Most words of the name of a section. */
const MOST_WORDS = 4;
const BOARD = /\b(?:kanban|board|tafel|tablero|tableau|quadro)\b/i;
/** "Board", which names no kind by itself. */
const BARE_BOARD = /^(?:board|tafel)$/i;

/**
 * Splits an instruction before the name of its first section, where the drawing is known to have one of that name:
 * "kanban To do: tea; Done: bread", "SWOT with strengths (a, b), weaknesses (c)".
 */
export function splitBeforeSection(text: string, nameEnd: NameEnd): { head: string; body: string } | null {
  const mark = MARK.exec(text.slice(0, MAX_LEAD));
  if (mark === null || !hasWords(text.slice(mark.index + mark[0].length))) return null;
  const lead = text.slice(0, mark.index);
  if (/[\n.;,，；]/.test(lead)) return null;
  const words = [...lead.matchAll(/\S+/g)];
  for (const { index } of words.slice(1).slice(-MOST_WORDS)) {
    const [before, name] = [lead.slice(0, index), lead.slice(index)];
    const head = before.replace(LEADS_TO_PARTS, '').trim();
    if (!isSectionOf(head, name)) continue;
    const end = BARE_BOARD.test(head) ? head.length : nameEnd(head);
    const isNext = end === head.length || head.length < before.trim().length;
    if (end !== null && (isNext || /^\p{Lu}/u.test(name))) return { head, body: text.slice(index) };
  }
  return null;
}

/** Whether a drawing has a section of that name. */
function isSectionOf(head: string, name: string): boolean {
  const template = findTemplate(head);
  if (template === null) return BOARD.test(head) && isColumnName(name);
  return template.regions.some(
    ({ alias, title }) => alias.test(name) || title.toLowerCase() === name.toLowerCase(),
  );
}
