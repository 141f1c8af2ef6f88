import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { withoutArticle } from '../language/words.ts';

/** "Three steps:" before the parts. */
const COUNTED_PARTS =
  /^(?:(?:two|three|four|five|six|\d|the|these|several|separate|new|zwei|drei|vier|deux|trois|dos|tres|halves|half)\s*)+(?:(?:steps?|parts?|cards?|boxes|pieces|tasks?|ones?|items?|schritte|teile|karten|étapes|parties|pasos|partes)(?=\s*:|\s|$))?\s*:?\s*/i;

export function readSplit(rest: string, clause: Clause): Command[] | null {
  const [, what, into] = /^(.+?)\s+(?:up\s+)?(?:into|in|auf|en)\s+(.+)$/is.exec(rest) ?? [];
  if (what === undefined || into === undefined) return null;
  const parts = into.replace(COUNTED_PARTS, '');
  const texts = phrasesOf(parts, { ...clause, isThere: () => false }).map((text) =>
    clause.names.show(withoutArticle(text)),
  );
  if (texts.length < 2) {
    return one({ kind: 'unsupported', reason: 'Name the parts: “split … into … and …”.' });
  }
  return one({ kind: 'split', what, into: texts });
}

export function readMerge(rest: string, clause: Clause): Command[] | null {
  const [, what, into] =
    /^(.+?)\s+(?:into|to|as|zu|en|in)\s+(?:(?:one|an?|the|einer?|einem|une?|una?)\s+(?:(?:single|new|neuen?|nouvelle|nueva)\s+)?(?:(?:step|card|column|box|note|branch|karte|schritt|carte|étape|tarjeta|paso)(?=\s|:|$))?\s*(?:(?:called|named|namens|appelée?|llamad[oa])\s+|:\s*)?)?(.*)$/is.exec(
      rest,
    ) ?? [];
  const merged = phrasesOf(
    (what ?? rest)
      .replace(/\s+(?:with|mit|avec|con)\s+/gi, ' and ')
      .replace(/^the\s+(?:steps|cards|columns)\s+/i, ''),
    clause,
  );
  return one({ kind: 'merge', what: merged, into: into === undefined || into === '' ? null : into });
}

export function readGroup(rest: string, clause: Clause): Command[] | null {
  const [, what, name] =
    /^(.+?)\s+(?:together\s+)?(?:(?:in(?:to)?|under|as|with|in(?:side)?|unter|dans|en)\s+)(?:(?:an?|one|einer?|un)\s+)?(?:new\s+)?(?:(?:frame|group|section|column|box|gruppe|groupe|grupo)\s*)?(?:(?:called|named|titled|:)\s*)?(.+)$/is.exec(
      rest,
    ) ?? [];
  if (what === undefined || name === undefined) {
    return one({ kind: 'unsupported', reason: 'Name the group: “group … and … in a frame called …”.' });
  }
  return one({ kind: 'group', what: phrasesOf(what, clause), name: clause.names.show(name) });
}

export function readDuplicate(rest: string, clause: Clause): Command[] | null {
  const [, what = rest, name = null] =
    /^(.+?)\s+(?:as|and\s+(?:call|name)\s+(?:it|the\s+copy)|called|named|als|comme|como)\s+(.+)$/is.exec(
      rest,
    ) ?? [];
  const placed = clause.isThere(what) ? { rest: what, place: null } : readPlace(what, clause);
  return one({
    ...{ kind: 'duplicate', what: phrasesOf(placed.rest, clause), place: placed.place },
    name: name === null ? null : clause.names.show(name),
  });
}
