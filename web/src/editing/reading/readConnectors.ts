import type { ExcalidrawArrowElement, ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { centreOf, type Point } from '../../../../src/canvas/model/geometry.ts';
import { textIdOf } from '../../scene/excalidraw.ts';
import type { Connector } from '../../scene/object.ts';
import { inkColor } from './paint.ts';
import { isFollowing, isSamePath, pointsOf, rounded } from './places.ts';
import type { SceneIndex } from './SceneIndex.ts';

/** Shift of a label, in pixels, that is nobody's doing. */
const STILL = 1;

/** What is known of the boxes that arrows may join. */
export type Ends = {
  isThere(id: string): boolean;
  hasMoved(id: string): boolean;
  /** The path of an arrow between two of them that nobody has bent. */
  route(fromId: string, toId: string): Point[] | null;
};

/** A connector that was there, as it is now; null when it is gone, alone or with what it joined. */
export function readConnector(scene: SceneIndex, connector: Connector, ends: Ends): Connector | null {
  const element = scene.elements.get(connector.id);
  const drawn = scene.drawn.get(connector.id);
  if (!isArrow(element) || !isArrow(drawn)) return null;
  if (!ends.isThere(connector.fromId) || !ends.isThere(connector.toId)) return null;
  const look = {
    ...connector,
    ...styleOf(element),
    color: element.strokeColor === drawn.strokeColor ? connector.color : inkColor(element),
  };
  // The editor has led it to the turned object.
  if ([connector.id, connector.fromId, connector.toId].some((id) => scene.isTurned(id))) return connector;
  const joined = joinedBy(element, ends);
  if (!joined) {
    scene.note('looseArrow');
    return look;
  }
  const points = isLed(element, drawn, connector, ends)
    ? connector.points
    : newPath(element, connector, joined, ends);
  const label = readLabel(scene, connector, points !== connector.points);
  return { ...look, ...joined, points, ...label };
}

/** An arrow that was led to something else gets a new path; any other has been bent. */
function newPath(element: ExcalidrawArrowElement, was: Connector, joined: Joined, ends: Ends): Point[] {
  const isRejoined = joined.fromId !== was.fromId || joined.toId !== was.toId;
  return isRejoined ? drawnPath(element, joined, ends) : pointsOf(element);
}

/** Arrows that were drawn or pasted in the editor. */
export function readNewConnectors(scene: SceneIndex, known: ReadonlySet<string>, ends: Ends): Connector[] {
  return [...scene.elements.values()].flatMap((element): Connector[] => {
    if (!isArrow(element) || known.has(element.id)) return [];
    const joined = joinedBy(element, ends);
    if (!joined) {
      scene.note('looseArrow');
      return [];
    }
    const { id } = element;
    const text = scene.textOf(id);
    const label = scene.words(text, '') || null;
    return [
      {
        ...{ __typename: 'Connector', id, zIndex: scene.nextInFront(), locked: false },
        ...{
          ...joined,
          points: drawnPath(element, joined, ends),
          ...styleOf(element),
          color: inkColor(element),
        },
        ...{ label, labelAt: text && label ? rounded(centreOf(text)) : null },
      },
    ];
  });
}

/** An arrow that was drawn in one go is led around what lies between its ends. */
function drawnPath(element: ExcalidrawArrowElement, { fromId, toId }: Joined, { route }: Ends): Point[] {
  const points = pointsOf(element);
  return (points.length === 2 && route(fromId, toId)) || points;
}

function isArrow(element: ExcalidrawElement | undefined): element is ExcalidrawArrowElement {
  return element?.type === 'arrow';
}

function styleOf({ strokeStyle, startArrowhead, endArrowhead }: ExcalidrawArrowElement) {
  const style = strokeStyle === 'solid' ? ('SOLID' as const) : ('DASHED' as const);
  return { style, arrowhead: endArrowhead !== null, startArrowhead: startArrowhead !== null };
}

type Joined = Pick<Connector, 'fromId' | 'toId'>;

/** What an arrow joins; null when one of its ends is loose. */
function joinedBy({ startBinding, endBinding }: ExcalidrawArrowElement, { isThere }: Ends) {
  const [fromId, toId] = [startBinding?.elementId, endBinding?.elementId];
  return fromId && toId && isThere(fromId) && isThere(toId) ? { fromId, toId } : null;
}

/** Whether an arrow is where it was, or only follows what it joins: its new way is the server's to find. */
function isLed(
  element: ExcalidrawArrowElement,
  drawn: ExcalidrawArrowElement,
  { fromId, toId }: Connector,
  { hasMoved }: Ends,
): boolean {
  const [was, is] = [pointsOf(drawn), pointsOf(element)];
  if (isSamePath(was, is)) return true;
  const isRejoined = element.startBinding?.elementId !== fromId || element.endBinding?.elementId !== toId;
  return !isRejoined && (hasMoved(fromId) || hasMoved(toId)) && isFollowing(was, is);
}

function readLabel(
  scene: SceneIndex,
  connector: Connector,
  isRedrawn: boolean,
): Pick<Connector, 'label' | 'labelAt'> {
  const { label: before, labelAt } = connector;
  const element = scene.textOf(connector.id);
  const drawn = scene.drawn.get(textIdOf(connector.id));
  if (!element && !drawn) return { label: before, labelAt };
  const label = scene.words(element, before ?? '') || null;
  if (!element || label === null) return { label: null, labelAt: null };
  const [is, was] = [centreOf(element), drawn && centreOf(drawn)];
  const isStill = was && Math.abs(is.x - was.x) < STILL && Math.abs(is.y - was.y) < STILL;
  // The editor puts a label on its arrow wherever that leads.
  const isLedByArrow = element.containerId !== null && !isRedrawn;
  return { label, labelAt: labelAt && (isLedByArrow || isStill) ? labelAt : rounded(is) };
}
