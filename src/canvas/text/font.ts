import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { graphemesOf, lastGraphemeOf } from '../model/wrapping/graphemes.ts';

/**
 * Widths of text in the font that the web app draws with: Excalidraw's own Nunito (`fontFamily` 6), which its
 * package ships as several files of one font, split by Unicode range. The set-up copies them (`tools/setup/copyFont.mjs`).
 *
 * Excalidraw 0.18.1 gives Nunito no fallback but the emoji font, so what Nunito lacks is drawn by whatever
 * the viewer's system has. Those widths can't be known here; the estimates err on the wide side.
 */

/** Height of a line of text relative to the font size (Excalidraw's `FONT_METADATA` for Nunito). */
export const LINE_HEIGHT = 1.35;

const IDEOGRAPH_ADVANCE = 1;
const EMOJI_ADVANCE = 1.4;
const SYMBOL_ADVANCE = 1.25;
const LETTER_ADVANCE = 0.8;

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
const ideograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const letter = /\p{Letter}/u;
const invisible = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;

let loadedFonts: Font[] | undefined;
const advances = new Map<string, number>();
/** By the left and the right grapheme: a key of both would be put together for every pair of a text. */
const kernings = new Map<string, Map<string, number>>();
let kerningCount = 0;

/** Caches stop growing here: text is the user's, so its distinct pairs have no bound. */
const CACHE_LIMIT = 50_000;

function openFont(path: string): Font {
  const font = create(readFileSync(path));
  if ('fonts' in font) throw new Error(`${path} is a collection of fonts`);
  return font;
}

const fontsFolder = join(import.meta.dirname, 'generated/nunito');

function fonts(): Font[] {
  loadedFonts ??= readdirSync(fontsFolder)
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => openFont(join(fontsFolder, name)))
    // The Latin file holds the space: put first, it serves what several files have, as in the browser.
    .sort((a, b) => Number(b.hasGlyphForCodePoint(0x20)) - Number(a.hasGlyphForCodePoint(0x20)));
  return loadedFonts;
}

function remember(cache: Map<string, number>, key: string, value: number): number {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, value);
  return value;
}

const fontOf = (text: string): Font | undefined =>
  fonts().find((font) => [...text].every((char) => font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)));

const shapedWidth = (font: Font, text: string): number => font.layout(text).advanceWidth / font.unitsPerEm;

function estimateCharacter(char: string): number {
  if (ideograph.test(char)) return IDEOGRAPH_ADVANCE;
  return letter.test(char) ? LETTER_ADVANCE : SYMBOL_ADVANCE;
}

function estimate(grapheme: string): number {
  if (emoji.test(grapheme)) return EMOJI_ADVANCE;
  const visible = [...grapheme].filter((char) => !invisible.test(char));
  return visible.reduce((sum, char) => sum + estimateCharacter(char), 0);
}

/** Width of one grapheme in em. */
function advance(grapheme: string): number {
  const known = advances.get(grapheme);
  if (known !== undefined) return known;
  const font = fontOf(grapheme);
  return remember(advances, grapheme, font ? shapedWidth(font, grapheme) : estimate(grapheme));
}

/** What two neighbours are closer (negative) or further apart, in em: kerning and ligatures. */
function kerning(left: string, right: string): number {
  let ofLeft = kernings.get(left);
  const known = ofLeft?.get(right);
  if (known !== undefined) return known;
  if (kerningCount >= CACHE_LIMIT) {
    kernings.clear();
    kerningCount = 0;
  }
  ofLeft = kernings.get(left) ?? new Map<string, number>();
  const font = fontOf(left + right);
  const value = font ? shapedWidth(font, left + right) - advance(left) - advance(right) : 0;
  kernings.set(left, ofLeft.set(right, value));
  kerningCount += 1;
  return value;
}

/**
 * Width of one line of text in pixels.
 * @param before What stands before the text on the line; kerning depends on it.
 */
export function textWidth(text: string, fontSize: number, before = ''): number {
  let width = 0;
  let previous = lastGraphemeOf(before);
  for (const grapheme of graphemesOf(text)) {
    width += advance(grapheme);
    if (previous !== undefined) width += kerning(previous, grapheme);
    previous = grapheme;
  }
  return width * fontSize;
}
