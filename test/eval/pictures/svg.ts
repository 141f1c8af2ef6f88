import { type Box, centreOf, inflate, type Point } from '../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector, Frame, ObjectColor, Shape } from '../../../src/canvas/model/object.ts';
import { LINE_HEIGHT, textWidth } from '../../../src/canvas/text/font.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import { palette, paperColor, type Swatch } from '../../../web/src/scene/palette.ts';
import { extentOfAll } from '../../../worker/layout/insertion/stage/beside.ts';
import {
  FRAME_PADDING,
  FRAME_TITLE_FONT_SIZE,
  FRAME_TITLE_HEIGHT,
} from '../../../worker/layout/scene/block.ts';
import { labelBox } from '../../../worker/layout/scene/labels.ts';

const MARGIN = 40;
const CORNER_RADIUS = 8;
const ARROW_LENGTH = 10;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for SVG: markup is shown, not interpreted, and characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (char) => escapes[char] ?? '');
}

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;

function textLines(lines: readonly string[], centre: Point, fontSize: number, color: string): string {
  const height = fontSize * LINE_HEIGHT;
  const top = centre.y - (lines.length * height) / 2;
  const spans = lines.map(
    (line, index) =>
      // Nunito's ascent above the baseline is 1.011 em of the 1.364 em that its line box has.
      `<tspan x="${rounded(centre.x)}" y="${rounded(top + index * height + fontSize)}">${escapeXml(line)}</tspan>`,
  );
  return `<text font-size="${fontSize}" fill="${color}" text-anchor="middle">${spans.join('')}</text>`;
}

function outlinePath(shape: Shape): string {
  const { x, y, width, height } = shape;
  const centre = centreOf(shape);
  if (shape.shape === 'ELLIPSE')
    return `<ellipse cx="${centre.x}" cy="${centre.y}" rx="${width / 2}" ry="${height / 2}"`;
  if (shape.shape === 'DIAMOND')
    return `<polygon points="${centre.x},${y} ${x + width},${centre.y} ${centre.x},${y + height} ${x},${centre.y}" stroke-linejoin="round"`;
  const radius = shape.shape === 'STICKY' ? 2 : CORNER_RADIUS;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"`;
}

/** The colours that the page draws an object with. */
export function swatchOf(color: ObjectColor): Swatch {
  return palette[color.toUpperCase() as Uppercase<ObjectColor>];
}

function shapeSvg(shape: Shape): string {
  const swatch = swatchOf(shape.color);
  const text = textLines(shape.lines, centreOf(shape), shape.fontSize, swatch.text);
  if (shape.shape === 'TEXT') return text;
  const isSticky = shape.shape === 'STICKY';
  const paint = `fill="${isSticky ? swatch.sticky : swatch.fill}" stroke="${isSticky ? 'none' : swatch.stroke}"`;
  return `${outlinePath(shape)} ${paint} stroke-width="1.5"/>${text}`;
}

/** The title cut with an ellipsis where it is wider than its frame. */
function fittingTitle(title: string, width: number): string {
  if (textWidth(title, FRAME_TITLE_FONT_SIZE) <= width) return title;
  let cut = title;
  while (cut && textWidth(`${cut}…`, FRAME_TITLE_FONT_SIZE) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

function frameSvg(frame: Frame): string {
  const { x, y, width, height } = frame;
  const title = fittingTitle(frame.title, width - 2 * FRAME_PADDING);
  const { frameFill, frameStroke, text } = swatchOf(frame.color);
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${frameFill}" stroke="${frameStroke}"/>` +
    `<text x="${x + FRAME_PADDING}" y="${y + FRAME_TITLE_HEIGHT / 2 + 7}" font-size="${FRAME_TITLE_FONT_SIZE}" fill="${text}">${escapeXml(title)}</text>`
  );
}

function arrowhead(points: readonly Point[], color: string): string {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return '';
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number): string =>
    `${rounded(end.x - ARROW_LENGTH * Math.cos(angle + turn))},${rounded(end.y - ARROW_LENGTH * Math.sin(angle + turn))}`;
  return `<polygon points="${end.x},${end.y} ${wing(0.42)} ${wing(-0.42)}" fill="${color}"/>`;
}

function connectorSvg(connector: Connector): string {
  const { points } = connector;
  const color = swatchOf(connector.color).stroke;
  const dash = connector.style === 'DASHED' ? ' stroke-dasharray="6 5"' : '';
  const way = points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join(' ');
  const head = connector.arrowhead ? arrowhead(points, color) : '';
  const tail = connector.startArrowhead ? arrowhead(points.toReversed(), color) : '';
  return `<polyline points="${way}" fill="none" stroke="${color}" stroke-width="1.5" stroke-linejoin="round"${dash}/>${head}${tail}`;
}

function labelSvg(connector: Connector): string {
  const box = labelBox(connector.label, connector.labelAt);
  if (!box || !connector.label) return '';
  const { lines, fontSize } = fitLabel(connector.label);
  const back = `<rect x="${rounded(box.x)}" y="${rounded(box.y)}" width="${box.width}" height="${box.height}" rx="4" fill="${paperColor}"/>`;
  return back + textLines(lines, centreOf(box), fontSize, swatchOf(connector.color).text);
}

function partsOf(object: CanvasObject): string {
  if (object.kind === 'FRAME') return frameSvg(object);
  return object.kind === 'SHAPE' ? shapeSvg(object) : connectorSvg(object);
}

/**
 * Draws canvas objects as the page does in its light theme, as one SVG document with plain text in it. The font
 * is named, not embedded: who shows the picture provides Nunito.
 */
export function svgOf(objects: readonly CanvasObject[]): string {
  const extent: Box = inflate(extentOfAll(objects) ?? { x: 0, y: 0, width: 160, height: 90 }, MARGIN);
  const ordered = objects.toSorted((a, b) => a.zIndex - b.zIndex || (a.id < b.id ? -1 : 1));
  // Labels lie over everything: another connector drawn later must not strike them through.
  const labels = ordered.map((object) => (object.kind === 'CONNECTOR' ? labelSvg(object) : ''));
  const { x, y, width, height } = extent;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="Nunito, sans-serif">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paperColor}"/>`,
    ...ordered.map(partsOf),
    ...labels,
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}
