import type {
  ExcalidrawArrowElement,
  ExcalidrawElement,
  ExcalidrawTextElement,
} from '@excalidraw/excalidraw/element/types';
import { textIdOf, toExcalidraw } from '../canvas/excalidraw.ts';
import type { Box, CanvasObject, Connector, Frame, Point, Shape } from '../canvas/object.ts';
import { withoutLooseEnds } from './changes.ts';
import { boxPaint, inkColor } from './paint.ts';
import { frameAround } from './parents.ts';

/** Characters that an object's text may have. */
const LONGEST_TEXT = 200;
const FONT_SIZES = { least: 4, most: 400 };
/** Difference in pixels below which two places are the same. */
const NEAR = 0.01;

/** What a person has made of the canvas, and what of it a canvas can't hold. */
export type SceneReading = { objects: readonly CanvasObject[]; notes: readonly string[] };

const NOTES = {
  text: `A text has at most ${LONGEST_TEXT} characters; the rest was left out.`,
  looseArrow: 'An arrow joins two things: draw it from one to the other.',
  foreign:
    'A canvas holds shapes, notes, texts, sections and arrows between them; anything else was left out.',
  turned: 'Things on a canvas can’t be turned.',
} as const;

/**
 * Reads the scene as objects. What has not been touched since it was drawn from `shown` is given back as it is.
 * Objects that nobody can take hold of (`isFixed`) stay.
 */
export function readScene(
  elements: readonly ExcalidrawElement[],
  shown: readonly CanvasObject[],
  isFixed: (id: string) => boolean = () => false,
): SceneReading {
  const reader = new SceneReader(elements, shown);
  const known = new Set(shown.map(({ id }) => id));
  const present = shown.flatMap((object) => {
    if (object.locked || isFixed(object.id)) return [object];
    const read = object.__typename === 'Connector' ? null : reader.box(object);
    return read ? [read] : object.__typename === 'Connector' ? [object] : [];
  });
  const boxes = [...present, ...reader.newBoxes(known)];
  const settled = inFrames(boxes, shown);
  const connected = reader.connectors(settled, shown, isFixed);
  return { objects: withoutLooseEnds(connected), notes: reader.notes };
}

/** Whatever has come or moved belongs to the frame that it lies in now. */
function inFrames(boxes: readonly CanvasObject[], shown: readonly CanvasObject[]): CanvasObject[] {
  const before = new Map(shown.map((object) => [object.id, object]));
  return boxes.map((object) => {
    if (object.__typename === 'Connector') return object;
    const former = before.get(object.id);
    const still = former && former.__typename !== 'Connector' && isSamePlace(former, object);
    return still ? object : { ...object, parentId: frameAround(object, boxes) };
  });
}

class SceneReader {
  readonly #elements: Map<string, ExcalidrawElement>;
  readonly #texts = new Map<string, ExcalidrawTextElement>();
  readonly #drawn: Map<string, ExcalidrawElement>;
  readonly #notes = new Set<string>();
  #front: number;
  #back: number;

  constructor(elements: readonly ExcalidrawElement[], shown: readonly CanvasObject[]) {
    const present = elements.filter(({ isDeleted }) => !isDeleted);
    this.#elements = new Map(present.map((element) => [element.id, element]));
    this.#drawn = new Map(toExcalidraw(shown).map((element) => [element.id, element]));
    for (const element of present) {
      if (element.type === 'text' && element.containerId) this.#texts.set(element.containerId, element);
    }
    this.#front = Math.max(-1, ...shown.map(({ zIndex }) => zIndex));
    this.#back = Math.min(0, ...shown.map(({ zIndex }) => zIndex));
  }

  get notes(): readonly string[] {
    return [...this.#notes];
  }

  /** A frame or a shape that was there, as it is now; null when it is gone. */
  box<T extends Frame | Shape>(object: T): T | null {
    const element = this.#elements.get(object.id);
    if (!element) return null;
    if (element.angle !== 0) this.#notes.add(NOTES.turned);
    const drawn = this.#drawn.get(object.id);
    const place = drawn && isSamePlace(element, drawn) ? {} : placeOf(element);
    if (object.__typename === 'Frame') {
      const title = this.#words(this.#texts.get(object.id), object.title);
      const color = sameBackground(element, drawn) ? object.color : boxPaint(element).color;
      return { ...object, ...place, title, color };
    }
    return { ...object, ...place, ...this.#shape(object, element, drawn) };
  }

  #shape(shape: Shape, element: ExcalidrawElement, drawn: ExcalidrawElement | undefined): Partial<Shape> {
    if (element.type === 'text') {
      const color = element.strokeColor === drawn?.strokeColor ? shape.color : inkColor(element);
      return { ...this.#writing(element, shape), color };
    }
    const writing = this.#writing(this.#texts.get(shape.id), shape);
    if (element.type === drawn?.type && sameBackground(element, drawn)) return writing;
    const { look, color } = boxPaint(element);
    const kind = SHAPES[element.type] ?? shape.shape;
    const isPlain = kind === 'RECTANGLE' && look !== 'FRAME';
    return { ...writing, color, shape: isPlain ? look : kind };
  }

  /** Text and how it is set; what is not there says nothing. */
  #writing(element: ExcalidrawTextElement | undefined, before: Pick<Shape, 'text' | 'lines' | 'fontSize'>) {
    const text = this.#words(element, before.text);
    if (!element || text === '') return { text: '', lines: [], fontSize: before.fontSize };
    const fontSize = Math.min(FONT_SIZES.most, Math.max(FONT_SIZES.least, element.fontSize));
    const lines = element.text === before.lines.join('\n') ? before.lines : element.text.split('\n');
    return { text, lines, fontSize };
  }

  #words(element: ExcalidrawTextElement | undefined, before: string): string {
    if (!element) return '';
    if (element.originalText === before) return before;
    const text = element.originalText.trim();
    const characters = [...text];
    if (characters.length <= LONGEST_TEXT) return text;
    this.#notes.add(NOTES.text);
    return characters.slice(0, LONGEST_TEXT).join('').trimEnd();
  }

  /** Boxes that were drawn or pasted in the editor. */
  newBoxes(known: ReadonlySet<string>): (Frame | Shape)[] {
    const labels = new Set([...known].map(textIdOf));
    return [...this.#elements.values()].flatMap((element) => {
      if (known.has(element.id) || element.type === 'arrow') return [];
      if (element.type === 'text') {
        if (element.containerId || labels.has(element.id) || element.originalText.trim() === '') return [];
        return [this.#newShape(element, 'TEXT', inkColor(element))];
      }
      const kind = SHAPES[element.type];
      if (!kind) {
        this.#notes.add(NOTES.foreign);
        return [];
      }
      const { look, color } = boxPaint(element);
      if (kind !== 'RECTANGLE') return [this.#newShape(element, kind, color)];
      return [look === 'FRAME' ? this.#newFrame(element, color) : this.#newShape(element, look, color)];
    });
  }

  #newShape(element: ExcalidrawElement, shape: Shape['shape'], color: Shape['color']): Shape {
    const text = element.type === 'text' ? element : this.#texts.get(element.id);
    const writing = this.#writing(text, { text: '', lines: [], fontSize: 16 });
    this.#front += 1;
    const { id } = element;
    return {
      ...{ __typename: 'Shape', id, zIndex: this.#front, locked: false, parentId: null },
      ...placeOf(element),
      ...{ shape, color, ...writing },
    };
  }

  /** A new frame lies behind everything, so that what it is drawn around stays in sight. */
  #newFrame(element: ExcalidrawElement, color: Frame['color']): Frame {
    const title = this.#words(this.#texts.get(element.id), '');
    this.#back -= 1;
    const { id } = element;
    return {
      ...{ __typename: 'Frame', id, zIndex: this.#back, locked: false, parentId: null },
      ...placeOf(element),
      ...{ title, color },
    };
  }

  /** The boxes with the connectors between them: those that were there, and new ones. */
  connectors(
    settled: readonly CanvasObject[],
    shown: readonly CanvasObject[],
    isFixed: (id: string) => boolean,
  ): CanvasObject[] {
    const before = new Map(shown.map((object) => [object.id, object]));
    const now = new Map(settled.map((object) => [object.id, object]));
    const hasMoved = (id: string) => {
      const [was, is] = [before.get(id), now.get(id)];
      if (!was || !is || was.__typename === 'Connector' || is.__typename === 'Connector') return false;
      return !isSamePlace(was, is);
    };
    const kept = settled.flatMap((object) => {
      if (object.__typename !== 'Connector' || object.locked || isFixed(object.id)) return [object];
      // It goes with what it joins.
      if (!now.has(object.fromId) || !now.has(object.toId)) return [];
      const read = this.#connector(object, hasMoved);
      return read ? [read] : [];
    });
    const isBox = (id: string | undefined): id is string => {
      const object = id === undefined ? undefined : now.get(id);
      return object !== undefined && object.__typename !== 'Connector';
    };
    return [...kept, ...this.#newConnectors(before, isBox)];
  }

  #connector(connector: Connector, hasMoved: (id: string) => boolean): Connector | null {
    const element = this.#elements.get(connector.id);
    const drawn = this.#drawn.get(connector.id);
    if (element?.type !== 'arrow' || drawn?.type !== 'arrow') return null;
    const color = element.strokeColor === drawn.strokeColor ? connector.color : inkColor(element);
    const style = element.strokeStyle === 'solid' ? ('SOLID' as const) : ('DASHED' as const);
    const arrowhead = element.endArrowhead !== null;
    const look = { ...connector, color, style, arrowhead };
    const [fromId, toId] = [element.startBinding?.elementId, element.endBinding?.elementId];
    if (!fromId || !toId) {
      this.#notes.add(NOTES.looseArrow);
      return look;
    }
    const ends = { fromId, toId };
    const isRejoined = fromId !== connector.fromId || toId !== connector.toId;
    const [was, is] = [pointsOf(drawn), pointsOf(element)];
    const isStill = isSamePath(was, is);
    // An arrow follows what it joins: its new way is the server's to find.
    const follows = !isRejoined && (hasMoved(fromId) || hasMoved(toId)) && isFollowing(was, is);
    const points = isStill || follows ? connector.points : is;
    return { ...look, ...ends, points, ...this.#label(connector, points !== connector.points) };
  }

  #label(connector: Connector, isRedrawn: boolean): Pick<Connector, 'label' | 'labelAt'> {
    const element = this.#texts.get(connector.id) ?? this.#freeLabel(connector.id);
    const label = this.#words(element, connector.label ?? '') || null;
    if (!element || label === null) return { label: null, labelAt: null };
    const drawn = this.#drawn.get(textIdOf(connector.id));
    const hasMoved = !drawn || !isSamePoint(centreOf(element), centreOf(drawn));
    const isBound = element.containerId !== null;
    if (connector.labelAt && (isBound ? !isRedrawn : !hasMoved)) return { label, labelAt: connector.labelAt };
    return { label, labelAt: rounded(centreOf(element)) };
  }

  #freeLabel(connectorId: string): ExcalidrawTextElement | undefined {
    const element = this.#elements.get(textIdOf(connectorId));
    return element?.type === 'text' ? element : undefined;
  }

  #newConnectors(
    known: ReadonlyMap<string, CanvasObject>,
    isBox: (id: string | undefined) => id is string,
  ): Connector[] {
    return [...this.#elements.values()].flatMap((element): Connector[] => {
      if (element.type !== 'arrow' || known.has(element.id)) return [];
      const arrow = element as ExcalidrawArrowElement;
      const [fromId, toId] = [arrow.startBinding?.elementId, arrow.endBinding?.elementId];
      if (!isBox(fromId) || !isBox(toId)) {
        this.#notes.add(NOTES.looseArrow);
        return [];
      }
      const text = this.#texts.get(arrow.id);
      const label = this.#words(text, '') || null;
      this.#front += 1;
      return [
        {
          ...{ __typename: 'Connector', id: arrow.id, zIndex: this.#front, locked: false, fromId, toId },
          points: pointsOf(arrow),
          ...{ label, labelAt: text && label ? rounded(centreOf(text)) : null },
          style: arrow.strokeStyle === 'solid' ? 'SOLID' : 'DASHED',
          ...{ color: inkColor(arrow), arrowhead: arrow.endArrowhead !== null },
        },
      ];
    });
  }
}

const SHAPES: Partial<Record<ExcalidrawElement['type'], 'RECTANGLE' | 'ELLIPSE' | 'DIAMOND'>> = {
  rectangle: 'RECTANGLE',
  ellipse: 'ELLIPSE',
  diamond: 'DIAMOND',
};

/** To a hundredth of a pixel, which nobody sees, so that places don't end in noise. */
const round = (value: number): number => Math.round(value * 100) / 100;
const rounded = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) });

function placeOf({ x, y, width, height }: Box): Box {
  return { ...rounded({ x, y }), width: Math.max(1, round(width)), height: Math.max(1, round(height)) };
}

function isSamePlace(one: Box, other: Box): boolean {
  const near = (key: keyof Box) => Math.abs(one[key] - other[key]) < NEAR;
  return near('x') && near('y') && near('width') && near('height');
}

function sameBackground(element: ExcalidrawElement, drawn: ExcalidrawElement | undefined): boolean {
  return element.backgroundColor === drawn?.backgroundColor;
}

function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

const isSamePoint = (one: Point, other: Point): boolean =>
  Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1;

function pointsOf({ x, y, points }: Pick<ExcalidrawArrowElement, 'x' | 'y' | 'points'>): Point[] {
  return points.map(([dx, dy]) => rounded({ x: x + dx, y: y + dy }));
}

function isSamePath(one: readonly Point[], other: readonly Point[]): boolean {
  return one.length === other.length && one.every((point, index) => isNear(point, other[index]));
}

const isNear = (one: Point, other: Point | undefined): boolean =>
  other !== undefined && Math.abs(one.x - other.x) <= 0.02 && Math.abs(one.y - other.y) <= 0.02;

/** Whether an arrow has gone along with what it joins: its ends have, or all of it. */
function isFollowing(was: readonly Point[], is: readonly Point[]): boolean {
  if (was.length !== is.length) return false;
  if (isSamePath(was.slice(1, -1), is.slice(1, -1))) return true;
  const [from, to] = [was[0], is[0]];
  if (!from || !to) return false;
  const moved = was.map(({ x, y }) => ({ x: x + to.x - from.x, y: y + to.y - from.y }));
  return isSamePath(moved, is);
}
