import { t } from '../language/language.ts';

/** Excalidraw's Nunito has five files (0.18), each for a range of characters. */
const fontFolder = '/assets-excalidraw/fonts/Nunito/Nunito-Regular-XRXI3I6Li01BKofiOc5wtlZ2di8HDIkhd';
const fontFiles: readonly { file: string; range: string }[] = [
  {
    file: 'Tk3j6zbXWjgevT5.woff2',
    range: 'U+0460-052F, U+1C80-1C88, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F',
  },
  { file: 'TA3j6zbXWjgevT5.woff2', range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' },
  {
    file: 'Ts3j6zbXWjgevT5.woff2',
    range:
      'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
  },
  {
    file: 'To3j6zbXWjgevT5.woff2',
    range:
      'U+0100-02AF, U+0304, U+0308, U+0329, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  },
  {
    file: 'TQ3j6zbXWjgeg.woff2',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+2074, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
];

/**
 * CSS that embeds the fonts for a text, so that an image looks the same everywhere. Excalidraw's own embedding
 * evaluates code from strings, which the content security policy of the page forbids.
 */
export async function fontFacesFor(text: string): Promise<string> {
  const needed = fontFiles.filter(({ range }) => coversAny(range, text));
  const faces = await Promise.all(
    needed.map(async ({ file, range }) => fontFace(await readFont(file), range)),
  );
  return faces.join('\n');
}

/** Whether a CSS `unicode-range` covers any character of a text. */
export function coversAny(range: string, text: string): boolean {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().slice('U+'.length).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => code >= from && code <= to);
  });
}

async function readFont(file: string): Promise<string> {
  const response = await fetch(fontFolder + file);
  if (!response.ok) throw new Error(t('exporting.fontMissing'));
  const bytes = new Uint8Array(await response.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const fontFace = (base64: string, range: string): string =>
  `@font-face { font-family: Nunito; src: url(data:font/woff2;base64,${base64}) format("woff2"); unicode-range: ${range}; }`;
