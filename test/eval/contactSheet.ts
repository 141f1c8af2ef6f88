import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluation } from './evaluate.ts';
import { escapeXml, svgOf } from './svg.ts';
import { blemishMetrics, violationsOf } from './verdict.ts';

const fontsFolder = join(
  dirname(fileURLToPath(import.meta.resolve('@excalidraw/excalidraw'))),
  'fonts',
  'Nunito',
);

/** The page's font, embedded, so that the sheet shows texts as wide as the page does wherever it is opened. */
const fontFaces = (): string =>
  readdirSync(fontsFolder)
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => readFileSync(join(fontsFolder, name)).toString('base64'))
    .map((data) => `@font-face { font-family: Nunito; src: url(data:font/woff2;base64,${data}) }`)
    .join('\n');

const style = `
  body { margin: 24px; font: 14px system-ui, sans-serif; background: #eceef1; color: #22262d }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(620px, 1fr)); gap: 20px; margin-top: 16px }
  figure { margin: 0; padding: 12px; background: #fff; border: 1px solid #d5d9e0; border-radius: 8px }
  figure.wrong { border: 3px solid #d9534f }
  figcaption { margin-bottom: 8px; overflow-wrap: anywhere }
  figure svg { display: block; width: 100%; height: 460px }
  small { color: #5b6472 }
  .wrong small { color: #b02a26 }
  /* What Excalidraw does for its dark theme. */
  body:has(#dark:checked) svg { filter: invert(93%) hue-rotate(180deg) }`;

function captionOf(evaluation: Evaluation): string {
  const { name, source, instruction, header, objects, quality, warnings } = evaluation;
  const blemishes = blemishMetrics.filter((metric) => quality[metric] > 0);
  const notes = [
    `${source}, ${header.layout}, ${objects.length} objects, ${quality.aspectRatio.toFixed(2)}:1`,
    ...violationsOf(evaluation),
    ...blemishes.map((metric) => `${metric} ${quality[metric]}`),
    ...warnings,
  ];
  const cut = instruction.length > 160 ? `${[...instruction].slice(0, 160).join('')}…` : instruction;
  return `<b>${escapeXml(name)}</b> ${escapeXml(cut)}<br><small>${escapeXml(notes.join(' · '))}</small>`;
}

const figureOf = (evaluation: Evaluation): string =>
  `<figure${violationsOf(evaluation).length > 0 ? ' class="wrong"' : ''}><figcaption>${captionOf(evaluation)}</figcaption>
${svgOf(evaluation.objects)}</figure>`;

/** All canvases on one page, to be looked at. It stands by itself: font and pictures are in it. */
export function contactSheet(evaluations: readonly Evaluation[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Canvases</title>
<style>${fontFaces()}${style}</style></head>
<body><label><input type="checkbox" id="dark"> dark theme</label>
<main>
${evaluations.map(figureOf).join('\n')}
</main></body></html>
`;
}
