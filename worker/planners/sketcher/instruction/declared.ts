import { isColumnName } from '../boards/columns.ts';
import { splitCommas, splitList, splitOutside } from '../text/split.ts';
import { NUMBER } from '../text/words.ts';

/** Parts of a diagram that an opening names: "with columns Ideas, Booked, Done". */
export type Declared = { of: 'columns' | 'branches'; names: string[] };

const COLUMNS = 'columns?|Spalten|columnas|colonnes|colunas|colonne|столбц\\p{L}*|колонк\\p{L}*';
const BRANCHES = 'branches|Zweigen?|Ästen?|ramas|ramos|rami';
const PARTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:with|mit|con|avec|com|and|in|using|having|has|have|hat|с)\\s+)?(?:(?:the|these|den|las|los|les|as)\\s+)?(?:following\\s+)?(?:(?:${NUMBER}|drei|vier|tres|cuatro|trois|quatre)\\s+)?(?:(${COLUMNS})|${BRANCHES})(?:\\s+(?:called|named|like|such as|are))?\\s*[:：]?\\s+(?=\\S)`,
  'iu',
);
/** Words at the end of an opening that lead to what is in the diagram: "with", "mit den Spalten". */
export const LEADS_TO_PARTS = new RegExp(
  `\\s+(?:with|mit|con|avec|com)(?:\\s+(?:the|these|den|las|los|les|as))?(?:\\s+following)?(?:\\s+(?:${NUMBER}))?(?:\\s+(?:${COLUMNS}|sections?|lanes|quadrants|lists))?\\s*$`,
  'iu',
);
const END = /[.!?。！？](?=\s|$)|[;；\n]|\s+(?:and|with)\s+(?:the\s+)?(?:cards?|tasks?|items?)\s*:?\s/i;
const SUBJECT = /\s+(?:for|about|to (?:plan|track|manage|organi[sz]e)|für|para|pour)\s+\S.*$/is;

/** How far into a text its opening may reach, in UTF-16 units. */
const OPENING = 200;

/**
 * Takes the named parts out of an opening.
 * @returns The text before them, with what they are for; the parts; the content after them. Null when none are named
 */
export function takeDeclared(text: string): { head: string; declared: Declared; body: string } | null {
  const match = PARTS.exec(text.slice(0, OPENING));
  if (match === null) return null;
  const from = match.index + match[0].length;
  const end = END.exec(text.slice(from));
  const colon = onlyColon(text, from, end === null ? text.length : from + end.index);
  const written = text.slice(from, colon ?? (end === null ? text.length : from + end.index));
  const [subject = ''] = SUBJECT.exec(written) ?? [];
  const list = written.slice(0, written.length - subject.length);
  const names = namesIn(list);
  if (names.length < 2 || /[:：]\s|[([{（][^()[\]{}（）]*[,;，；、]/.test(list)) return null;
  return {
    head: `${text.slice(0, match.index).trim()}${subject}`,
    declared: { of: match[1] === undefined ? 'branches' : 'columns', names },
    body:
      colon !== null
        ? text.slice(colon + 1).trimStart()
        : end === null
          ? ''
          : text.slice(from + end.index + end[0].length),
  };
}

/** Where the list of several names ends at the only colon of a text: "with columns To do, Doing, Done: milk, eggs". */
function onlyColon(text: string, from: number, end: number): number | null {
  const at = text.slice(from, end).search(/[:：](?=\s)/);
  if (at === -1 || /[:：](?=\s)/.test(text.slice(from + at + 1))) return null;
  return splitList(text.slice(from, from + at)).length > 1 ? from + at : null;
}

const TABLE = /(?<!\p{L})(?:table|tabelle|tabla|tableau|tabela|tabella|spreadsheet)(?!\p{L})/iu;

/** "Table with columns name, city: Ann, Rome; Bo, Oslo": the columns as the first row, where each row has a value for each. */
export function withHeader<Of extends { head: string; declared: Declared | null; body: string }>(
  opening: Of,
): Of {
  const { head, declared, body } = opening;
  if (declared?.of !== 'columns' || !TABLE.test(head)) return opening;
  const rows = splitOutside(body, /\s*[;；\n]\s*/);
  const isFull = rows.every((row) => splitCommas(row).length === declared.names.length);
  if (rows.length < 2 || !isFull) return opening;
  return { ...opening, declared: null, body: [declared.names.join(', '), ...rows].join('; ') };
}

/** Names between commas; usual names of columns may stand side by side without any. */
function namesIn(list: string): string[] {
  const names = splitList(list).map((name) => name.replace(/[?!]+$/, ''));
  const words = list.trim().split(/\s+/);
  return names.length === 1 && words.every(isColumnName) ? words : names;
}
