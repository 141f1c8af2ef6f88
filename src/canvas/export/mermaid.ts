import type { CanvasObject, Connector, Frame, Shape } from '../object.ts';
import type { ExportedCanvas } from './json.ts';

/**
 * The canvas as a Mermaid flowchart: shapes, the frames around them as subgraphs, and connectors. Places, sizes and
 * colours are left to Mermaid. Texts are quoted and escaped, so that nothing in them is read as Mermaid or HTML.
 */
export function toMermaid({ title, objects }: Pick<ExportedCanvas, 'title' | 'objects'>): string {
  const names = namesOf(objects);
  const frames = objects.filter((object) => object.kind === 'FRAME');
  const shapes = objects.filter((object) => object.kind === 'SHAPE');
  const connectors = objects.filter((object) => object.kind === 'CONNECTOR');
  const framed = new Set(frames.map(({ id }) => id));
  const children = Map.groupBy([...frames, ...shapes], ({ parentId }) =>
    parentId !== null && framed.has(parentId) ? parentId : null,
  );
  const linesOf = (parentId: string | null, indent: string): string[] =>
    (children.get(parentId) ?? []).flatMap((object) => {
      const name = names.get(object.id) ?? '';
      if (object.kind === 'SHAPE') return [`${indent}${name}${outlined(object)}`];
      return [
        `${indent}subgraph ${name}[${quoted(object.title)}]`,
        ...linesOf(object.id, `${indent}  `),
        `${indent}end`,
      ];
    });
  return [
    '---',
    `title: ${JSON.stringify(oneLine(title))}`,
    '---',
    `flowchart ${directionOf([...frames, ...shapes], connectors)}`,
    ...linesOf(null, '  '),
    ...connectors.flatMap((connector) => linkOf(connector, names)),
    '',
  ].join('\n');
}

/** Short names in drawing order; Mermaid takes words such as `end` for its own, so none comes from a text. */
function namesOf(objects: readonly CanvasObject[]): Map<string, string> {
  const boxes = objects.filter(({ kind }) => kind !== 'CONNECTOR');
  return new Map(boxes.map(({ id, kind }, index) => [id, `${kind === 'FRAME' ? 'g' : 'n'}${index + 1}`]));
}

function outlined({ shape, text }: Shape): string {
  const label = quoted(text);
  switch (shape) {
    case 'ELLIPSE':
      return `([${label}])`;
    case 'DIAMOND':
      return `{${label}}`;
    case 'STICKY':
      return `>${label}]`;
    case 'RECTANGLE':
    case 'TEXT':
      return `[${label}]`;
  }
}

function linkOf(connector: Connector, names: ReadonlyMap<string, string>): string[] {
  const [from, to] = [names.get(connector.fromId), names.get(connector.toId)];
  if (from === undefined || to === undefined) return [];
  const line = connector.style === 'DASHED' ? '-.-' : '---';
  const arrow = connector.style === 'DASHED' ? '-.->' : '-->';
  const label = connector.label === null ? '' : `|${quoted(connector.label)}|`;
  return [`  ${from} ${connector.arrowhead ? arrow : line}${label} ${to}`];
}

/** Mermaid's entity codes are written with `#` in the place of `&`; the text is shown as it was. */
const entities: Record<string, string> = {
  '#': '#35;',
  '"': '#quot;',
  '&': '#amp;',
  '<': '#lt;',
  '>': '#gt;',
  '`': '#96;',
  '\\': '#92;',
};

/** A text in quotation marks. Mermaid takes an empty one for a mistake. */
const quoted = (text: string): string => {
  const escaped = text.replace(/[#"&<>`\\]/g, (character) => entities[character] ?? character);
  return `"${escaped.replace(/\s*\n\s*/g, '<br/>') || ' '}"`;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Down, unless most connectors lead to the right. */
function directionOf(all: readonly (Shape | Frame)[], connectors: readonly Connector[]): 'LR' | 'TD' {
  const boxes = new Map(all.map((box) => [box.id, box]));
  const rightwards = connectors.filter(({ fromId, toId }) => {
    const [from, to] = [boxes.get(fromId), boxes.get(toId)];
    return from && to && Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
  });
  return rightwards.length * 2 > connectors.length ? 'LR' : 'TD';
}
