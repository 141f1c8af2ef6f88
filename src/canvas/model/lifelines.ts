import { type AnyBox, type AnyConnector, type AnyObject, isConnector } from './objectKinds.ts';

type Line = AnyConnector & {
  label: string | null;
  style: string;
  arrowhead: boolean;
  startArrowhead?: boolean | undefined;
};
type Shape = AnyBox & { text: string };

/** The lifelines of sequence diagrams: dashed vertical lines from a participant to one of its bars after the other. */
export type Lifelines = {
  /** Ids of participants by the ids of their bars, which have no text, and of their repetitions at the foot. */
  participants: ReadonlyMap<string, string>;
  /** Ids of the lines between a participant and its bars. */
  lines: ReadonlySet<string>;
};

/** Finds lifelines, so that messages between bars can be told as messages between participants. */
export function findLifelines(objects: readonly (AnyObject | Line | Shape)[]): Lifelines {
  const texts = new Map(
    objects.flatMap((object) => ('text' in object ? [[object.id, object.text] as const] : [])),
  );
  const lines = objects.filter(
    (object): object is Line => isConnector(object) && isDashedLine(object as Line),
  );
  const above = new Map(lines.map(({ fromId, toId }) => [toId, fromId]));
  const participants = new Map<string, string>();
  for (const id of above.keys()) {
    const [participant, text] = [topOf(id, above), texts.get(id)];
    const name = texts.get(participant);
    if (name && (text === '' || text === name)) participants.set(id, participant);
  }
  const own = lines.filter(({ toId }) => participants.has(toId));
  return { participants, lines: new Set(own.map(({ id }) => id)) };
}

function isDashedLine({ points, label, style, arrowhead, startArrowhead }: Line): boolean {
  const isVertical = points.length > 1 && points.every(({ x }) => x === points[0]?.x);
  return isVertical && style === 'DASHED' && label === null && !arrowhead && startArrowhead !== true;
}

function topOf(id: string, above: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = above.get(at); next !== undefined && !seen.has(next); next = above.get(at)) {
    seen.add(next);
    at = next;
  }
  return at;
}
