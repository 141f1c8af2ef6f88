import { splitList } from '../../text/split.ts';

const FIELDS_OF = /^(?:fields?|attributes?|columns?|properties|methods?) (?:of|for|in) /i;

export type Declaration = { name: string; parts: string[] };

/** "Name (a, b)", "Name: a, b", "Name with a, b": a thing with what it consists of. */
export function declarationIn(text: string): Declaration | null {
  const [, name, inBrackets, behind] =
    /^([^():：,]{1,60}?)\s*(?:[(（]([^()（）]+)[)）]|[:：]\s+(.+))$/s.exec(text.trim()) ?? [];
  const parts = inBrackets ?? behind;
  if (name !== undefined && parts !== undefined)
    return { name: name.replace(FIELDS_OF, ''), parts: splitList(parts) };
  const members = /\(\)/.test(text) ? membersIn(text.trim()) : null;
  return members !== null && /^\p{Lu}[\p{L}\p{N}_]*$/u.test(members.name) ? members : null;
}

const ARTICLE = '(?:(?:an?|the|eine?|die|der|das|une?)\\s+)?';
/** "Shape with area()", "a class User with name, email": what stands behind "with" are its members. */
const MEMBERS = new RegExp(
  `^${ARTICLE}(?:(?:class|entity|table|Klasse|Tabelle|classe|entité)\\s+)?(\\p{L}.{0,60}?)\\s+(?:with|mit|avec)\\s+${ARTICLE}(\\S.*)$`,
  'isu',
);

/** The members that a thing has behind "with". */
export function membersIn(text: string): Declaration | null {
  const [, name, members] = MEMBERS.exec(text) ?? [];
  return name === undefined || members === undefined ? null : { name, parts: splitList(members) };
}
