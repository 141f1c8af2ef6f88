import { keyOf } from '../graph/relationGraph.ts';

/** Names of a few words on both sides of "to". */
const NAME = String.raw`(?:[^\s,;:.]+ ){0,3}?[^\s,;:.]+`;
const FROM_TO = new RegExp(`^(?:from )?(${NAME}) to (${NAME})$`, 'i');
/** What is more than two names. */
const OTHER = /^(?:connect|link|join)\b|\s(?:and|or|&)\s/i;
const LINE = / [-–—] /;
const PIECE = /[^,;\n.:]+|\.(?!\s|$)/g;
const STATEMENT = /(?:[^;\n.:]|[.:](?!\s|$))+/g;
/** Longest piece in which names are looked for, in characters. */
const longest = 200;

/** "A to B, B to C" with arrows; null where other texts stand beside the pairs, or none leads on from another. */
export function withArrows(text: string): string | null {
  const [, head = '', list = ''] = /^([^:,;\n]{1,60}:\s+)?([\s\S]*)$/.exec(text) ?? [];
  const pieces = (list.match(PIECE) ?? []).map((piece) => piece.replace(/^\s*(?:and|then)\s+/i, '').trim());
  const pairs = pieces
    .filter((piece) => piece !== '')
    .map((piece) => (piece.length > longest || OTHER.test(piece) ? null : FROM_TO.exec(piece)));
  const starts = new Set(pairs.map((pair) => keyOf(pair?.[1] ?? '')));
  const leadsOn = pairs.length > 1 && pairs.some((pair) => starts.has(keyOf(pair?.[2] ?? '')));
  if (!leadsOn || pairs.includes(null)) return null;
  return `${head}${pairs.map((pair) => `${pair?.[1]} -> ${pair?.[2]}`).join('\n')}`;
}

/** "internet - firewall - switch" with lines; null where no statement is a chain of at least three names. */
export function withLines(text: string): string | null {
  if (!(text.match(STATEMENT) ?? []).some((statement) => namesIn(statement) > 2)) return null;
  return text.replace(STATEMENT, (statement) =>
    namesIn(statement) > 1 ? statement.replaceAll(new RegExp(LINE, 'g'), ' -- ') : statement,
  );
}

/** How many names a statement joins; 0 where something in it is no name. */
function namesIn(statement: string): number {
  const names = statement.trim().split(LINE);
  return names.every((name) => name.split(' ').length <= 4 && !/[,?!]/.test(name)) ? names.length : 0;
}
