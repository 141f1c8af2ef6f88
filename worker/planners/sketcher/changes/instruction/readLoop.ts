import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';

const LOOP =
  /^(?:(?:add|draw|insert|create|make)\s+)?(?:an?\s+)?loops?\s+(?:back\s+)?(?:from\s+)?(.{1,80}?)\s+(?:back\s+)?to\s+(.{1,80}?)(?:,?\s+(?:when(?:ever)?|if|until|in case|on)\s+(.+))?$/is;

/** "Loop from Publish back to Review when errors are found": a connector that says when. */
export function readLoop(clause: Clause): Command[] | null {
  const [, from, to, when] = LOOP.exec(clause.text) ?? [];
  if (from === undefined || to === undefined) return null;
  if (![from, to].every((end) => clause.isThere(end, { isOne: true }))) return null;
  const label = when === undefined ? null : clause.names.show(when);
  return [{ kind: 'connect', from: [from], to: [to], label, isDashed: false, insteadOf: null }];
}
