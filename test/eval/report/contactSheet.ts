import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluation } from '../evaluation/evaluate.ts';
import { blemishMetrics, violationsOf } from '../evaluation/verdict.ts';
import { escapeXml, svgOf } from '../pictures/svg.ts';

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

const mostUnmet = 6;

function captionOf(evaluation: Evaluation): string {
  const { name, source, instruction, drawn, quality, fidelity, checks } = evaluation;
  const blemishes = blemishMetrics.filter((metric) => (quality?.[metric] ?? 0) > 0);
  const unmet = checks.filter(({ isMet }) => !isMet).map(({ what }) => what);
  const notes = [
    `${source}, ${drawn.layout}, ${drawn.objects.length} objects, ${(quality?.aspectRatio ?? 1).toFixed(2)}:1`,
    ...violationsOf(evaluation),
    ...blemishes.map((metric) => `${metric} ${quality?.[metric]}`),
    ...drawn.warnings,
    ...(drawn.failure === null ? [] : [`${drawn.failure.code}: ${drawn.failure.message}`]),
    `fidelity ${Math.round(100 * fidelity)} %`,
    ...unmet.slice(0, mostUnmet),
    ...(unmet.length > mostUnmet ? [`and ${unmet.length - mostUnmet} more`] : []),
  ];
  const cut = instruction.length > 160 ? `${[...instruction].slice(0, 160).join('')}…` : instruction;
  return `<b>${escapeXml(name)}</b> ${escapeXml(cut)}<br><small>${escapeXml(notes.join(' · '))}</small>`;
}

const isWrong = (evaluation: Evaluation): boolean =>
  violationsOf(evaluation).length > 0 || evaluation.fidelity < 0.5;

const figureOf = (evaluation: Evaluation): string =>
  `<figure${isWrong(evaluation) ? ' class="wrong"' : ''}><figcaption>${captionOf(evaluation)}</figcaption>
${svgOf(evaluation.drawn.objects)}</figure>`;

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
