import { capitalise } from '../text/plain.ts';
import { splitList } from '../text/split.ts';
import type { RelationGraph, Thing } from './graph/relationGraph.ts';
import { ALL_OF } from './words/clauses.ts';
import { nounOf } from './words/predicate.ts';

const FRAME_WISH =
  /^(?:please |and )?(?:put|place|group|draw|keep) (\S.{1,80}?) (?:together )?(?:in|into|inside|within) (?:an?|one|the same) (?:\S+ )?(?:frame|group|container)(?: (?:called|named|labelled|titled) (\S.{1,60}))?[.!]?$/i;
const DATABASES = /sql|postgres|mongo|redis|oracle|mariadb|dynamo|firestore|cassandra|\bdb$/i;

/** Whether a sentence asks for a frame around things: "Put the databases in a frame". */
export function isFrameWish(text: string): boolean {
  return FRAME_WISH.test(text);
}

/** Puts the things that a wish names into a frame; gives a warning if there are none. */
export function readFrameWish(text: string, graph: RelationGraph): string | null {
  const [, wanted = '', title = wanted] = FRAME_WISH.exec(text) ?? [];
  const parts = splitList(wanted.replace(ALL_OF, '')).flatMap((name) => partsCalled(nounOf(name), graph));
  if (parts.length === 0)
    return `Nothing is called “${wanted}”. Name what the frame holds: “Put Redis and Kafka in a frame”.`;
  const frame = graph.thing(capitalise(nounOf(title.replace(ALL_OF, ''))));
  for (const part of parts) graph.putInto(frame, part);
  return null;
}

function partsCalled(name: string, graph: RelationGraph): readonly Thing[] {
  const one = graph.find(name);
  const named = one === null ? graph.kindOf(name) : [one];
  return named.length === 0 && /^databases$/i.test(name)
    ? graph.things.filter(({ text }) => DATABASES.test(text))
    : named;
}
