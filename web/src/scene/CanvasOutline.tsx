import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import { compareDrawingOrder, textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { CanvasObject, Connector } from './object.ts';

const readingOrder = { Frame: 0, Shape: 1, Connector: 2 } as const;

type Props = {
  objects: readonly CanvasObject[];
  /** Ids of the objects that a running job deletes. */
  deleted?: ReadonlySet<string> | undefined;
};

/** The canvas as text for screen readers: its objects and connections. */
export function CanvasOutline({ objects, deleted }: Props) {
  const { participants, lines } = findLifelines(objects);
  const names = new Map(objects.map((object) => [object.id, textOf(object)]));
  const name = (id: string) => names.get(participants.get(id) ?? id) ?? 'an object';
  const named = objects.filter(({ id }) => !participants.has(id) && !lines.has(id));
  return (
    <ul className="visually-hidden" aria-label="Objects on the canvas">
      {inReadingOrder(named).map((object) => (
        <li key={object.id}>
          {object.__typename === 'Connector'
            ? `${joined(object, name)}${object.label ? `: ${object.label}` : ''}`
            : `${object.__typename === 'Frame' ? 'Section: ' : ''}${textOf(object)}`}
          {deleted?.has(object.id) && ' (to be deleted)'}
        </li>
      ))}
    </ul>
  );
}

function joined(
  { fromId, toId, arrowhead, startArrowhead }: Connector,
  name: (id: string) => string,
): string {
  const [from, to] = [name(fromId), name(toId)];
  if (arrowhead && startArrowhead) return `${from} and ${to} lead to each other`;
  if (startArrowhead) return `${to} leads to ${from}`;
  return arrowhead ? `${from} leads to ${to}` : `${from} is connected to ${to}`;
}

/** Connectors last, after the objects that they name. */
function inReadingOrder(objects: readonly CanvasObject[]): CanvasObject[] {
  return objects
    .toSorted(compareDrawingOrder)
    .sort((a, b) => readingOrder[a.__typename] - readingOrder[b.__typename]);
}
