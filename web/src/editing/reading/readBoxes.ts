import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { textIdOf } from '../../scene/excalidraw.ts';
import type { Frame, Shape } from '../../scene/object.ts';
import { boxPaint, inkColor } from './paint.ts';
import { isSamePlace, placeOf } from './places.ts';
import type { SceneIndex } from './SceneIndex.ts';

/** A frame or a shape that was there, as it is now; null when it is gone. */
export function readBox(scene: SceneIndex, object: Frame | Shape): Frame | Shape | null {
  const element = scene.elements.get(object.id);
  if (!element) return null;
  // Turned alone or with others, it stays where it was.
  if (scene.isTurned(object.id)) return object;
  const drawn = scene.drawn.get(object.id);
  const place = drawn && isSamePlace(element, drawn) ? {} : placeOf(element);
  if (object.__typename === 'Shape') return { ...object, ...place, ...readShape(scene, object, element) };
  const title = scene.words(scene.textOf(object.id), object.title);
  const color = hasPaintOf(element, drawn) ? object.color : boxPaint(element).color;
  return { ...object, ...place, title, color };
}

function readShape(scene: SceneIndex, shape: Shape, element: ExcalidrawElement): Partial<Shape> {
  const drawn = scene.drawn.get(shape.id);
  if (element.type === 'text') {
    const color = element.strokeColor === drawn?.strokeColor ? shape.color : inkColor(element);
    return { ...scene.writing(shape.id, element, shape), color };
  }
  const writing = scene.writing(shape.id, scene.textOf(shape.id), shape);
  if (element.type === drawn?.type && hasPaintOf(element, drawn)) return writing;
  const { look, color } = boxPaint(element);
  const kind = SHAPES[element.type] ?? shape.shape;
  const isPlain = kind === 'RECTANGLE' && look !== 'FRAME';
  return { ...writing, color, shape: isPlain ? look : kind };
}

/** Boxes that were drawn or pasted in the editor. */
export function readNewBoxes(scene: SceneIndex, known: ReadonlySet<string>): (Frame | Shape)[] {
  const labels = new Set([...known].map(textIdOf));
  return [...scene.elements.values()].flatMap((element) => {
    if (known.has(element.id) || element.type === 'arrow') return [];
    if (element.type === 'text') {
      if (element.containerId || labels.has(element.id) || element.originalText.trim() === '') return [];
      return [newShape(scene, element, 'TEXT', inkColor(element))];
    }
    const kind = SHAPES[element.type];
    if (!kind) {
      scene.note('foreign');
      return [];
    }
    const { look, color } = boxPaint(element);
    if (kind !== 'RECTANGLE') return [newShape(scene, element, kind, color)];
    return [look === 'FRAME' ? newFrame(scene, element, color) : newShape(scene, element, look, color)];
  });
}

const SHAPES: Partial<Record<ExcalidrawElement['type'], 'RECTANGLE' | 'ELLIPSE' | 'DIAMOND'>> = {
  rectangle: 'RECTANGLE',
  ellipse: 'ELLIPSE',
  diamond: 'DIAMOND',
};

const NO_WRITING = { text: '', lines: [], fontSize: 16 };

function newShape(
  scene: SceneIndex,
  element: ExcalidrawElement,
  shape: Shape['shape'],
  color: Shape['color'],
): Shape {
  const { id } = element;
  const text = element.type === 'text' ? element : scene.textOf(id);
  return {
    ...{ __typename: 'Shape', id, zIndex: scene.nextInFront(), locked: false, parentId: null },
    ...placeOf(element),
    ...{ shape, color, ...scene.writing(id, text, NO_WRITING) },
  };
}

/** A new frame lies behind everything, so that what it is drawn around stays in sight. */
function newFrame(scene: SceneIndex, element: ExcalidrawElement, color: Frame['color']): Frame {
  const { id } = element;
  return {
    ...{ __typename: 'Frame', id, zIndex: scene.nextBehind(), locked: false, parentId: null },
    ...placeOf(element),
    ...{ title: scene.words(scene.textOf(id), ''), color },
  };
}

function hasPaintOf(element: ExcalidrawElement, drawn: ExcalidrawElement | undefined): boolean {
  return element.backgroundColor === drawn?.backgroundColor;
}
