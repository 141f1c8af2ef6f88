import { keyOf } from '../graph/relationGraph.ts';
import type { Chain } from './statements.ts';

/** Names of states rather than of somebody who speaks: "closed", "waiting", "draft". */
const STATE =
  /(?:ed|ing)$|^(?:in|on|off|open|up|down|new|draft|idle|done|ready|active|inactive|empty|full|review|start|end)(?:\s|$)/i;

type Message = { from: string; to: string };

/** Whether chains are what speakers say to each other: messages that answer one another, or one after the other. */
export function isConversation(chains: readonly Chain[]): boolean {
  const messages = chains.map(messageOf);
  const said = messages.filter((message) => message !== null);
  if (said.length < 2 || said.length < messages.length) return false;
  if (said.some(({ from, to }) => STATE.test(from) || STATE.test(to))) return false;
  const isReply = ({ from, to }: Message, at: number) =>
    from === said[at - 1]?.to && to === said[at - 1]?.from;
  const ways = new Set(said.map(({ from, to }) => `${from}\n${to}`));
  return said.some(isReply) || ways.size < said.length;
}

/** The message of "A -> B: text"; null for other chains. */
function messageOf({ prefix, groups, message }: Chain): Message | null {
  const [[from, ...froms] = [], [to, ...tos] = [], ...others] = groups;
  const isOne = froms.length + tos.length + others.length === 0 && prefix === null;
  if (!isOne || from === undefined || to === undefined || message === null) return null;
  return { from: keyOf(from), to: keyOf(to) };
}
