import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import type { BoxOptions } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { paletteColor } from '../plan/paletteColor.ts';

type Attributes = ReadonlyMap<string, string>;

/** Graphviz' shapes that are no rectangle here. Its default, the ellipse, is one: only a written one is meant. */
const shapes = new Map<string, PlanShape>([
  ...['diamond', 'mdiamond', 'hexagon'].map((name) => [name, 'diamond'] as const),
  ...['circle', 'doublecircle', 'ellipse', 'oval', 'mcircle', 'point'].map(
    (name) => [name, 'ellipse'] as const,
  ),
  ...['note'].map((name) => [name, 'sticky'] as const),
  ...['plaintext', 'plain', 'none'].map((name) => [name, 'text'] as const),
]);

/** Shape and colour of a node. A colour without `style=filled` is that of the outline, and counts as well. */
export function boxOf(attributes: Attributes): BoxOptions {
  const color = attributes.get('fillcolor') ?? attributes.get('color');
  return {
    shape: isRecord(attributes)
      ? 'rect'
      : (shapes.get(attributes.get('shape')?.toLowerCase() ?? '') ?? 'rect'),
    color: paletteColor(color?.split(':', 1)[0]),
  };
}

/** The text of a node; the fields of a record, and the cells of a table in HTML, are lines. */
export function dotLabel(attributes: Attributes, id: string): string {
  const label = attributes.get('label');
  if (label === undefined || label === '\\N') return id;
  if (isRecord(attributes)) return labelText(label.replace(/<[^<>]*>|[{}]/g, '').replaceAll('|', '\n')) || id;
  return labelText(label.replace(/<\/(?:td|tr)>/gi, '<br/>')).replace(/\n{2,}/g, '\n') || id;
}

const isRecord = (attributes: Attributes): boolean => /^m?record$/i.test(attributes.get('shape') ?? '');
