import { splitList } from '../../text/split.ts';
import type { Clause } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { withoutArticle } from '../language/words.ts';

const NOUN =
  '(?:(?:the|an?|another|new|two|three|das|die|den|eine?n?|neue[ns]?|zwei|drei|le|la|un|une|el)\\s+)*(fields?|attributes?|properties|property|methods?|operations?|feld(?:er)?|attribute?n?|eigenschaft(?:en)?|methoden?|champs?|attributs?|campos?|atributos?|métodos?)\\s+(?:(?:called|named|namens)\\s+)?';
const IN = '(?:to|of|from|in|on|for|zu|zur|zum|bei|von|aus|in|für|à|de|dans|al?|en)';
const FIELDS = new RegExp(`^${NOUN}(.+?)\\s+${IN}\\s+(.+)$`, 'is');
/** "Order the field total": the entity comes first, as in German. */
const BEHIND = new RegExp(`^(.+?)\\s+${NOUN}(.+)$`, 'is');

/** "A field total to Order", "the attribute date of Order": fields of a class or an entity that is there. */
function fieldsIn(text: string, clause: Clause): { names: string[]; of: string; isMethod: boolean } | null {
  const [, noun, fields, of] = FIELDS.exec(text) ?? reordered(BEHIND.exec(text)) ?? [];
  if (noun === undefined || fields === undefined || of === undefined) return null;
  if (!clause.isThere(of, { kind: 'FRAME', isOne: true })) return null;
  const names = splitList(fields).map((name) => clause.names.show(withoutArticle(name)));
  return { names, of, isMethod: /^(?:m[eé]t|oper)/i.test(noun) || names.every((name) => /\)$/.test(name)) };
}

const reordered = (found: RegExpExecArray | null): (string | undefined)[] | null =>
  found === null ? null : [found[0], found[2], found[3], found[1]];

export function readAddedFields(rest: string, clause: Clause): Command[] | null {
  const [first = '', ...others] = rest.split(
    /\s+(?:and|und|et|y)\s+(?=(?:\S+\s+)?(?:the|an?|die|das|den|eine?n?)\s)/i,
  );
  const all = [first, ...others].map((part) => fieldsIn(part, clause));
  const each = all.flatMap((fields) => fields ?? []);
  if (each.length < all.length) {
    const fields = fieldsIn(rest, clause);
    return fields === null ? null : one({ kind: 'addFields', ...fields });
  }
  return each.map((fields) => ({ kind: 'addFields', ...fields }));
}

export function readRemovedFields(rest: string, clause: Clause): Command[] | null {
  const fields = fieldsIn(rest, clause);
  return fields === null ? null : one({ kind: 'removeFields', names: fields.names, of: fields.of });
}
