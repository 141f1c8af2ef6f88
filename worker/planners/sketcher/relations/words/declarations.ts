import { splitList } from '../../text/split.ts';

const FIELDS_OF = /^(?:fields?|attributes?|columns?|properties|methods?) (?:of|for|in) /i;

type Declaration = { name: string; parts: string[] };

/** "Name (a, b)", "Name: a, b", "Name with a, b": a thing with what it consists of. */
export function declarationIn(text: string): Declaration | null {
  const [, name, inBrackets, behind] =
    /^([^():：,]{1,60}?)\s*(?:[(（]([^()（）]+)[)）]|[:：]\s+(.+))$/s.exec(text.trim()) ?? [];
  const parts = inBrackets ?? behind;
  if (name !== undefined && parts !== undefined)
    return { name: name.replace(FIELDS_OF, ''), parts: splitList(parts) };
  const [, owner, members] = /^(\p{Lu}[\p{L}\p{N}_]*) with (.*\(\).*)$/su.exec(text.trim()) ?? [];
  return owner === undefined || members === undefined ? null : { name: owner, parts: splitList(members) };
}
