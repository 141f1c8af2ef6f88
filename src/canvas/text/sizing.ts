import { type Size, snapUp } from '../model/geometry.ts';
import type { Shape, ShapeKind } from '../model/object.ts';
import { linesSize, widestPart, wrapLines } from './wrap.ts';

/** A size in pixels for a text, and the text wrapped to it. */
export type FittedText = Size & { lines: string[]; fontSize: number };

export const BODY_FONT_SIZE = 16;
export const HEADING_FONT_SIZE = 24;
export const LABEL_FONT_SIZE = 14;
/** Maximum width of a line of a connector's label, in pixels. */
export const LABEL_MAX_WIDTH = 160;

/** Excalidraw's `BOUND_TEXT_PADDING`: what it keeps free around text inside a shape, per side. */
const BOUND_TEXT_PADDING = 5;
/** What this layout keeps free for looks, per side, beyond Excalidraw's minimum. */
const COMFORT = { RECTANGLE: 11, STICKY: 11, ELLIPSE: 0, DIAMOND: 0, TEXT: 0 } as const;

type Profile = {
  /** Widths to choose from, narrowest first. */
  widths: readonly number[];
  minHeight: number;
  /** A wider width is taken when the box would come out taller than this part of its width. */
  tallest: number;
};

const PROFILES: Record<ShapeKind, Profile> = {
  RECTANGLE: { widths: [160, 192, 240, 288, 336], minHeight: 64, tallest: 0.56 },
  STICKY: { widths: [160, 192, 224, 256, 288], minHeight: 88, tallest: 0.9 },
  ELLIPSE: { widths: [144, 176, 208, 256, 304, 352, 400], minHeight: 64, tallest: 0.5 },
  DIAMOND: { widths: [176, 208, 240, 288, 336, 400, 464, 528], minHeight: 96, tallest: 0.62 },
  TEXT: { widths: [240, 360, 480, 640], minHeight: 32, tallest: 0.3 },
};

/** Size of the text area of a shape in pixels, as Excalidraw computes it (`getBoundTextMaxWidth`, `…Height`). */
export function textArea(kind: ShapeKind, { width, height }: Size): Size {
  const share = { ELLIPSE: Math.SQRT1_2, DIAMOND: 0.5, RECTANGLE: 1, STICKY: 1, TEXT: 1 }[kind];
  return {
    width: Math.round(width * share) - 2 * BOUND_TEXT_PADDING,
    height: Math.round(height * share) - 2 * BOUND_TEXT_PADDING,
  };
}

/** The reverse of {@link textArea} for one side; one pixel more makes up for its rounding. */
function sideFor(kind: ShapeKind, text: number): number {
  const share = { ELLIPSE: Math.SQRT1_2, DIAMOND: 0.5, RECTANGLE: 1, STICKY: 1, TEXT: 1 }[kind];
  return snapUp((text + 2 * (BOUND_TEXT_PADDING + COMFORT[kind]) + 1) / share);
}

const wrapWidth = (kind: ShapeKind, width: number): number =>
  textArea(kind, { width, height: 0 }).width - 2 * COMFORT[kind];

/** Completes a shape whose size or lines are not given: null ones are computed from its text. Pixels. */
export function fitShape(
  shape: Pick<Shape, 'shape' | 'text' | 'fontSize'> & Nullable<Pick<Shape, 'width' | 'height' | 'lines'>>,
): Pick<Shape, 'width' | 'height' | 'lines'> {
  const { shape: kind, text, fontSize, width, height, lines } = shape;
  if (width !== null && height !== null)
    return { width, height, lines: lines ?? wrapInShape(kind, text, width, fontSize) };
  const fitted = width === null ? fitText(kind, text, fontSize) : fitToWidth(kind, text, width, fontSize);
  return { width: width ?? fitted.width, height: height ?? fitted.height, lines: lines ?? fitted.lines };
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

/** Wraps a text to the whole room that Excalidraw gives it in a shape of this width. */
function wrapInShape(kind: ShapeKind, text: string, width: number, fontSize: number): string[] {
  // A shape can be narrower than its padding.
  const room = Math.max(textArea(kind, { width, height: 0 }).width, fontSize);
  return wrapLines(text, room, fontSize);
}

/** Wraps a text for a shape of a given width, and computes the height that it needs. Pixels. */
export function fitToWidth(kind: ShapeKind, text: string, width: number, fontSize: number): FittedText {
  const lines = wrapLines(text, wrapWidth(kind, width), fontSize);
  const size = linesSize(lines, fontSize);
  return {
    // A single grapheme can be wider than the whole line.
    width: size.width <= wrapWidth(kind, width) ? width : sideFor(kind, size.width),
    height: Math.max(PROFILES[kind].minHeight, sideFor(kind, size.height)),
    lines,
    fontSize,
  };
}

/** A heading takes the width of its text: there is no outline whose width could look uneven. */
const hug = (fitted: FittedText): FittedText => ({
  ...fitted,
  width: Math.max(40, sideFor('TEXT', linesSize(fitted.lines, fitted.fontSize).width)),
});

/**
 * Chooses the size of a shape for its text: the narrowest of a few standard widths that breaks no word and is not too
 * tall, so that shapes with similar texts have the same size.
 */
export function fitText(kind: ShapeKind, text: string, fontSize: number, minWidth = 0): FittedText {
  const fitted = fitToStandardWidth(kind, text, fontSize, minWidth);
  return kind === 'TEXT' ? hug(fitted) : fitted;
}

/** Sides of circles to choose from, smallest first. */
const CIRCLES = [96, 128, 160] as const;

/** The size of an ellipse that is a circle if its text is short, else that of `fitText`. Pixels. */
export function fitCircle(text: string, fontSize: number): FittedText {
  for (const side of CIRCLES) {
    const fitted = fitToWidth('ELLIPSE', text, side, fontSize);
    const isWhole = widestPart(text, fontSize) <= wrapWidth('ELLIPSE', side);
    if (isWhole && fitted.height <= side) return { ...fitted, height: side };
  }
  return fitText('ELLIPSE', text, fontSize);
}

function fitToStandardWidth(kind: ShapeKind, text: string, fontSize: number, minWidth: number): FittedText {
  const { widths, minHeight, tallest } = PROFILES[kind];
  const widest = widestPart(text, fontSize);
  for (const width of widths) {
    if (width < minWidth) continue;
    const fitted = fitToWidth(kind, text, width, fontSize);
    const isLow = fitted.height <= Math.max(minHeight, fitted.width * tallest);
    if (isLow && widest <= wrapWidth(kind, fitted.width)) return fitted;
  }
  return fitToWidth(kind, text, Math.max(minWidth, widths.at(-1) ?? 0), fontSize);
}

/** Wraps a connector's label, and computes its size in pixels. */
export function fitLabel(label: string): FittedText {
  const lines = wrapLines(label, LABEL_MAX_WIDTH, LABEL_FONT_SIZE);
  const size = linesSize(lines, LABEL_FONT_SIZE);
  return {
    width: Math.ceil(size.width) + 8,
    height: Math.ceil(size.height),
    lines,
    fontSize: LABEL_FONT_SIZE,
  };
}
