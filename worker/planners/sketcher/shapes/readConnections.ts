import { hasWords } from '../text/plain.ts';
import { showQuotes } from '../text/quotes.ts';
import * as phrases from './phrases.ts';
import { connect, type PartReader, type Reading } from './reading.ts';
import { NOUN_PHRASE } from './vocabulary.ts';

/** "connected", "connected to three boxes", "each connected to the next". */
export const readConnection: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  if (scanner.take(phrases.EACH_WITH_EACH) !== null) {
    connect(reading, 'all');
    return true;
  }
  let how = scanner.take(phrases.CONNECTED)?.[0];
  if (how === undefined) return false;
  if (takeTo(reading)) {
    connect(reading, 'hub');
    return true;
  }
  for (
    let more = scanner.take(phrases.CONNECTED_HOW);
    more !== null;
    more = scanner.take(phrases.CONNECTED_HOW)
  )
    how += more[0];
  const isMutual = /each other|one another|miteinander|entre/.test(how) && drawing.arrangement === null;
  if (isMutual) connect(reading, 'all');
  else connect(reading, 'chain', /arrow|next|order|sequence|after|left|first/.test(how) || isList(reading));
  return true;
};

/** "to", where another group follows. */
function takeTo({ scanner }: Reading): boolean {
  const taken = scanner.attempt(() => {
    const to = scanner.take('(?:to|with|mit|à|con)\\b');
    return scanner.see(NOUN_PHRASE) === null ? null : to;
  });
  return taken !== null;
}

/** Things with texts in the order of a list are connected from first to last. */
const isList = ({ drawing: { groups } }: Reading): boolean =>
  groups.length > 1 && groups.every(({ texts }) => texts.length > 0);

const TO = new RegExp(phrases.ARROW_TO, 'i');
const PAIRS = /\s*,\s*(?:and\s+)?|\s+and\s+(?=\S+(?:\s\S+)?\s+(?:to|with)\s)/i;

/** "an arrow from A to B", "connect A to B, B to C". */
export const readEdges: PartReader = ({ scanner, drawing, quotes }) => {
  const edges = scanner.attempt(() => {
    if (scanner.take(phrases.ARROW_FROM) === null) return null;
    const pairs = scanner.rest.split(/[;.]/, 1)[0] ?? '';
    scanner.at += pairs.length;
    const ways = pairs
      .trim()
      .split(PAIRS)
      .map((pair) => pair.split(TO).map((end) => endOf(end, quotes)));
    return ways.every((way) => way.length > 1 && way.every(hasWords)) ? ways : null;
  });
  for (const way of edges ?? [])
    for (const [at, to] of way.slice(1).entries()) drawing.edges.push({ from: way[at] ?? '', to });
  return edges !== null;
};

const endOf = (written: string, quotes: readonly string[]): string =>
  showQuotes(
    written.trim().replace(/^(?:the\s+)?(?:box|circle|node|note|diamond)\s+(?=\S)/i, ''),
    quotes,
  ).trim();
