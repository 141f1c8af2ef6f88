import { keyOf } from '../graph/relationGraph.ts';

/** Names of a few words on both sides of "to". */
const NAME = String.raw`(?:[^\s,;:.]+ ){0,3}?[^\s,;:.]+`;
const FROM_TO = new RegExp(`^(?:from )?(${NAME}) to (${NAME})$`, 'i');
/** What is more than two names. */
const OTHER =
  /^(?:connect|link|join)\b|\s(?:and|or|&)\s|\s(?:connect(?:s|ed)?|link(?:s|ed)?|points?|leads?|goes|talks?|belongs?)\sto\s/i;
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

/**
 * "internet - firewall - switch" with lines; null where no statement is a chain of at least three names.
 * @param isNetwork Whether the text is known to relate things: else each statement must be a chain, and share a name
 */
export function withLines(text: string, isNetwork: boolean): string | null {
  const statements = (text.match(STATEMENT) ?? []).filter((statement) => statement.trim() !== '');
  if (!statements.some((statement) => namesIn(statement).length > 2)) return null;
  const names = statements.map(namesIn);
  const all = names.flat();
  const areChains = names.every((chain) => chain.length > 1) && all.every((name) => /^\p{L}/u.test(name));
  const once = new Set<string>();
  const again = new Set(all.filter((name) => once.size === once.add(name).size));
  const isShared = names.every((chain) => chain.some((name) => again.has(name)));
  if (!isNetwork && !(areChains && (statements.length === 1 || isShared))) return null;
  return text.replace(STATEMENT, (statement) =>
    namesIn(statement).length > 1 ? statement.replaceAll(new RegExp(LINE, 'g'), ' -- ') : statement,
  );
}

/** The names that a statement joins; none where something in it is no name. */
function namesIn(statement: string): string[] {
  const names = statement.split(LINE).map((name) => name.trim());
  return names.every((name) => name.split(' ').length <= 4 && !/[,?!]/.test(name)) ? names : [];
}
