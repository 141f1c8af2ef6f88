import type { Item } from './item.ts';

/** Names of lines under which the lines that follow belong. */
const HEADS = /^(?:q|question|frage|pregunta|pergunta|domanda|objective|goal|ziel|objectif|objetivo|o)$/i;

/**
 * Lines such as "Q: …, A: …, Q: …, A: …" or "Objective: …, KR1: …, KR2: …" are records: what follows the first line of
 * one hangs below it. Null for other lines.
 */
export function nestRecords(items: readonly Item[]): Item[] | null {
  const keys = items.map(({ text, children }) => (children.length > 0 ? null : keyOf(text)));
  const first = keys.findIndex((key) => key !== null);
  const head = keys[first] ?? '';
  const isRecord = HEADS.test(head) && keys.slice(first).every((key) => key !== null);
  if (!isRecord || keys.every((key) => key === null || key === head)) return null;
  const nested = items.slice(0, first);
  for (const [at, item] of items.slice(first).entries()) {
    const record = nested.at(-1);
    if (keys[first + at] === head || record === undefined) nested.push({ text: item.text, children: [] });
    else record.children.push(item);
  }
  return nested;
}

/** The name before a line's colon, without its number. */
function keyOf(text: string): string | null {
  return /^(\p{L}{1,12})\s?\d{0,2}\s*[:：.)]\s*\S/u.exec(text)?.[1]?.toLowerCase() ?? null;
}
