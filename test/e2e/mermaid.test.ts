import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { toMermaid } from '../../src/canvas/export/mermaid.ts';
import type { CanvasObject, Connector, Frame, Shape } from '../../src/canvas/model/object.ts';
import { markupLabels } from '../support/markupLabels.ts';
import { browserTest } from './support/test.ts';

type Mermaid = {
  initialize(options: object): void;
  render(id: string, text: string): Promise<{ svg: string }>;
};

const box = { x: 0, y: 0, width: 100, height: 50, zIndex: 0, color: 'neutral' } as const;
const frame = (id: string, title: string): Frame => ({ ...box, id, kind: 'FRAME', parentId: null, title });
const shape = (id: string, text: string, parentId: string): Shape => ({
  ...box,
  ...{ id, text, parentId, kind: 'SHAPE', shape: 'RECTANGLE', lines: [text], fontSize: 16 },
});
const loop = (at: string, label: string): Connector => ({
  ...{ id: `loop ${at}`, kind: 'CONNECTOR', fromId: at, toId: at, points: [], label, labelAt: null },
  ...{ zIndex: 0, style: 'SOLID', color: 'neutral', arrowhead: true },
});

/** A text in a frame's title, in a shape, and on a connector. */
const everywhere = (text: string): CanvasObject[] => [
  frame('frame', text),
  shape('shape', text, 'frame'),
  loop('shape', text),
];

/** Line breaks and spaces as a browser shows them: no text is different for that. */
const shown = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a canvas as Mermaid', () => {
  for (const name of ['mermaid10', 'mermaid'])
    browserTest(`shows every text as it is in ${name}`, async ({ browser }) => {
      const page = await browser.newPage();
      const folder = new URL('.', import.meta.resolve(name));
      await page.setContent('<!doctype html><body></body>');
      await page.addScriptTag({ path: fileURLToPath(new URL('mermaid.min.js', folder)) });
      const texts = markupLabels.map((label) => ({
        label,
        text: toMermaid({ title: label, objects: everywhere(label) }),
      }));
      const drawn = await page.evaluate(async (diagrams) => {
        const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
        mermaid.initialize({ startOnLoad: false });
        const labels: { label: string; found: string[]; title: string }[] = [];
        for (const [at, { label, text }] of diagrams.entries()) {
          document.body.innerHTML = (await mermaid.render(`d${at}`, text)).svg;
          for (const line of document.querySelectorAll('br')) line.replaceWith(' ');
          const found = [...document.querySelectorAll('.nodeLabel, .edgeLabel')]
            .map(({ textContent }) => textContent)
            .filter((words) => words.trim() !== '');
          const [title] = document.querySelectorAll('.flowchartTitleText');
          labels.push({ label, found, title: title?.textContent ?? '' });
        }
        return labels;
      }, texts);
      await page.close();
      for (const { label, found, title } of drawn) {
        expect(found.length, label).toBeGreaterThanOrEqual(3);
        expect(found.map(shown), label).toEqual(found.map(() => shown(label)));
        // Mermaid passes titles through a sanitiser of HTML and shows its source; they have no entity codes.
        if (!/[<>&]/.test(label)) expect(shown(title)).toBe(shown(label));
      }
    });
});
