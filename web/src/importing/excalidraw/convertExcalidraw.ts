import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { areLinesOf } from '../../../../src/canvas/model/wrapping/wrapText.ts';
import { readScene } from '../../editing/reading/readScene.ts';
import { t } from '../../language/language.ts';
import type { CanvasObject, Shape } from '../../scene/object.ts';
import { wrapToWidth } from '../../scene/textEstimate.ts';
import type { FileElement } from './fileElement.ts';
import { normaliseElements } from './normaliseElements.ts';

/** `json`: an exported canvas; null when nothing can be kept. `notes`: what can't be kept, in sentences. */
export type ConvertedFile = { json: string | null; notes: readonly string[] };

/** Converts the content of an `.excalidraw` file to the format of an exported canvas. */
export function convertExcalidraw(content: unknown, title: string): ConvertedFile {
  const elements = normaliseElements(content);
  const { objects } = readScene(elements as unknown as ExcalidrawElement[], []);
  const json =
    objects.length === 0
      ? null
      : JSON.stringify({ type: 'collabcanvas', formatVersion: 2, title, objects: objects.map(fileObject) });
  return { json, notes: notesOn(elements, objects) };
}

/** An object in the format of an exported canvas. */
function fileObject({ locked: _, ...object }: CanvasObject) {
  switch (object.__typename) {
    case 'Frame':
      return { ...object, kind: 'FRAME' };
    case 'Shape':
      return { ...object, kind: 'SHAPE', lines: linesOf(object) };
    case 'Connector':
      return { ...object, kind: 'CONNECTOR', startArrowhead: object.startArrowhead || undefined };
  }
}

/** Other editors store a text and its lines that differ. */
function linesOf({ text, lines, fontSize, width }: Omit<Shape, 'locked'>): string[] {
  return areLinesOf(lines, text) ? [...lines] : wrapToWidth(text, fontSize, width);
}

function notesOn(elements: readonly FileElement[], objects: readonly CanvasObject[]): string[] {
  const count = (...types: string[]) => elements.filter(({ type }) => types.includes(type)).length;
  const connectors = objects.filter(({ __typename }) => __typename === 'Connector').length;
  const counts = {
    images: count('image'),
    drawings: count('freedraw'),
    lines: count('line'),
    embeds: count('embeddable', 'iframe'),
    arrows: count('arrow') - connectors,
    turned: elements.filter(({ angle }) => angle !== 0).length,
  };
  const names = ['images', 'drawings', 'lines', 'embeds', 'arrows', 'turned'] as const;
  return names
    .filter((name) => counts[name] > 0)
    .map((name) => t(`importing.left.${name}`, { count: counts[name] }));
}
