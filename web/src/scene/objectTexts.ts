import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import { compareDrawingOrder, textOf } from '../../../src/canvas/model/objectKinds.ts';
import { t } from '../language/language.ts';
import type { CanvasObject, Connector } from './object.ts';

const readingOrder = { Frame: 0, Shape: 1, Connector: 2 } as const;

/** The objects of a canvas in words. */
export type ObjectTexts = {
  /** The objects in the order in which they are read; connectors last, after the objects that they name. */
  ordered: readonly CanvasObject[];
  textOf(object: CanvasObject): string;
};

/** Describes the objects of a canvas. In sequence diagrams, bars and lifelines are left out of `ordered`. */
export function describeObjects(objects: readonly CanvasObject[]): ObjectTexts {
  const { participants, lines } = findLifelines(objects);
  const names = new Map(objects.map((object) => [object.id, textOf(object)]));
  const nameOf = (id: string) => names.get(participants.get(id) ?? id) ?? t('editing.outline.anObject');
  const named = objects.filter(({ id }) => !participants.has(id) && !lines.has(id));
  return { ordered: inReadingOrder(named), textOf: (object) => describe(object, nameOf) };
}

function describe(object: CanvasObject, nameOf: (id: string) => string): string {
  if (object.__typename === 'Frame') return t('editing.outline.section', { name: object.title });
  if (object.__typename === 'Shape') return object.text;
  const joined = joinedText(object, nameOf);
  return object.label ? t('editing.outline.labelled', { joined, label: object.label }) : joined;
}

function joinedText(
  { fromId, toId, arrowhead, startArrowhead }: Connector,
  nameOf: (id: string) => string,
): string {
  const [from, to] = [nameOf(fromId), nameOf(toId)];
  if (arrowhead && startArrowhead) return t('editing.outline.bothWays', { from, to });
  if (startArrowhead) return t('editing.outline.leadsTo', { from: to, to: from });
  return t(arrowhead ? 'editing.outline.leadsTo' : 'editing.outline.isConnectedTo', { from, to });
}

function inReadingOrder(objects: readonly CanvasObject[]): CanvasObject[] {
  return objects
    .toSorted(compareDrawingOrder)
    .sort((a, b) => readingOrder[a.__typename] - readingOrder[b.__typename]);
}
