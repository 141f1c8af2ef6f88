import { compareDrawingOrder, textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { CanvasObject } from './object.ts';

const ORDER = { Frame: 0, Shape: 1, Connector: 2 } as const;

/** The canvas in words, for those who can't see the drawing: its objects, and what leads to what. */
export function CanvasOutline({ objects }: { objects: readonly CanvasObject[] }) {
  const names = new Map(objects.map((object) => [object.id, textOf(object)]));
  const name = (id: string) => names.get(id) ?? 'an object';
  return (
    <ul className="visually-hidden" aria-label="Objects on the canvas">
      {inReadingOrder(objects).map((object) => (
        <li key={object.id}>
          {object.__typename === 'Connector'
            ? `${name(object.fromId)} leads to ${name(object.toId)}${object.label ? `: ${object.label}` : ''}`
            : `${object.__typename === 'Frame' ? 'Section: ' : ''}${textOf(object)}`}
        </li>
      ))}
    </ul>
  );
}

/** What there is before what leads where, so that a connector speaks of things already known. */
function inReadingOrder(objects: readonly CanvasObject[]): CanvasObject[] {
  return objects.toSorted(compareDrawingOrder).sort((a, b) => ORDER[a.__typename] - ORDER[b.__typename]);
}
