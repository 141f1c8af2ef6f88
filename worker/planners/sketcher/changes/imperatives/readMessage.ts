import type { Clause } from '../grammar/clause.ts';
import { type Command, type MessagePlace, one } from '../grammar/command.ts';

const MESSAGE =
  /^(?:(?:an?(?:other)?|one more|the|(?:noch )?eine|die)\s+)(?:(?:new|neue|weitere)\s+)?(?:messages?|nachricht)\s+(?:(?:labell?ed|saying|called|named|mit dem text)\s+)?(.*?)\s*\b(?:from|von)\s+(.+?)\s+(?:to|an|zu)\s+(.+)$/isu;
const SAYING =
  /\s*(?:,?\s(?:saying|labell?ed|called|named|that says|with the (?:text|label)|mit dem text)|:)\s+(.+)$/is;
const BESIDE = /\s+(after|before|nach|vor)\s+(.+)$/is;

/** "A message "x" from A to B after y", "a message from A to B saying x"; null where A and B are not there. */
export function readMessage(text: string, clause: Clause): Command[] | null {
  const [, first = '', from = '', rest = ''] = MESSAGE.exec(text) ?? [];
  const beside = BESIDE.exec(rest);
  const told = rest.slice(0, beside?.index);
  const said = SAYING.exec(told);
  const to = told.slice(0, said?.index).trim();
  if (from === '' || ![from, to].every((end) => clause.isThere(end, { isOne: true }))) return null;
  const label = clause.names.show(first === '' ? (said?.[1] ?? '') : first);
  const relation = /^(?:after|nach)$/i.test(beside?.[1] ?? '') ? 'after' : 'before';
  const message: { message?: MessagePlace } =
    beside?.[2] === undefined ? {} : { message: { relation, of: beside[2] } };
  return one({
    ...{ kind: 'connect', from: [from], to: [to], label: label === '' ? null : label },
    ...{ isDashed: false, insteadOf: null },
    ...message,
  });
}
