import { findLifelines } from '../model/lifelines.ts';
import type { CanvasObject, Connector, Frame, Shape } from '../model/object.ts';
import type { ExportedCanvas } from './writeCanvasFile.ts';

/**
 * The canvas as a Mermaid flowchart: shapes, the frames around them as subgraphs, and connectors. Mermaid
 * decides on places, sizes and colours. Messages between bars on lifelines become links between the participants. Texts are quoted and escaped, so that they are not parsed as Mermaid or HTML.
 */
export function toMermaid({ title, objects }: Pick<ExportedCanvas, 'title' | 'objects'>): string {
  const lifelines = findLifelines(objects);
  const names = namesOf(objects);
  for (const [bar, participant] of lifelines.participants) names.set(bar, names.get(participant) ?? '');
  const isOwn = ({ id }: CanvasObject) => !lifelines.participants.has(id) && !lifelines.lines.has(id);
  const frames = objects.filter((object) => object.kind === 'FRAME');
  const shapes = objects.filter((object) => object.kind === 'SHAPE').filter(isOwn);
  const connectors = objects.filter((object) => object.kind === 'CONNECTOR').filter(isOwn);
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

/** Short ids in drawing order, not from texts: words such as `end` are reserved in Mermaid. */
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
  // Mermaid has no arrow that only points back.
  const isBackward = connector.startArrowhead === true && !connector.arrowhead;
  const { fromId, toId } = connector;
  const [from, to] = (isBackward ? [toId, fromId] : [fromId, toId]).map((id) => names.get(id));
  if (from === undefined || to === undefined) return [];
  const label = connector.label === null ? '' : `|${quoted(connector.label)}|`;
  return [`  ${from} ${arrowOf(connector)}${label} ${to}`];
}

function arrowOf({ style, arrowhead, startArrowhead }: Connector): string {
  const [line, long] = style === 'DASHED' ? ['-.-', '-.-'] : ['--', '---'];
  if (!arrowhead && !startArrowhead) return long;
  return `${arrowhead && startArrowhead ? '<' : ''}${line}>`;
}

/**
 * Characters to escape: Mermaid 11 parses HTML, Markdown and KaTeX even within quotation marks. Entity codes are
 * decoded after these, so the text is shown unchanged. The position matters: "1. Plan" is a list but "Plan 1." is not,
 * "a: b" is a text but "fa:fa-car" an icon.
 */
const special = new RegExp(
  [
    /[#"&<>`\\*_~|[\]@$]/,
    // A list, a line under a heading, or a rule.
    /(?<=^ *)[-+=]/,
    /(?<=^ *\d+)[.)]/,
    // An address, an icon, or a colour behind the word "style".
    /\.(?=\S)|:(?! |$)|:$(?=\n)/,
    // A comment, or a directive.
    /%(?=[%{])/,
    // Spaces before a line: a block of code.
    /(?<=^ *) /,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** Mermaid's entity codes are written with `#` in the place of `&`. */
const names: Record<string, string> = { '"': 'quot', '&': 'amp', '<': 'lt', '>': 'gt', ' ': '160' };
const entityOf = (character: string): string => `#${names[character] ?? character.codePointAt(0)};`;

/** A quoted text. An empty one is a syntax error in Mermaid. */
function quoted(text: string): string {
  const lines = text.replace(/[^\S\n]+$/gm, '').replace(/\n+/g, '\n');
  return `"${lines.replace(special, entityOf).replaceAll('\n', '<br/>').trim() || ' '}"`;
}

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
