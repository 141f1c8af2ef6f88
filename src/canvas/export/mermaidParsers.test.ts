import { Window } from 'happy-dom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markupLabels } from '../../../test/support/markupLabels.ts';
import type { Shape } from '../model/object.ts';
import { toMermaid } from './mermaid.ts';

type Vertex = { text: string };
type Vertices = Map<string, Vertex> | Record<string, Vertex>;
type Mermaid = {
  default: {
    parse(text: string): Promise<unknown>;
    mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: { getVertices(): Vertices } }> };
  };
};

const window = new Window();

beforeAll(() => {
  // Mermaid's sanitiser looks for them once, when it is loaded.
  Object.assign(globalThis, { window, document: window.document });
});

// Test files share a process, and others take one with a window for a browser.
afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
  await window.happyDOM.close();
});

const shape = (text: string): Shape => ({
  ...{ id: 'a', kind: 'SHAPE', x: 0, y: 0, width: 100, height: 50, zIndex: 0, color: 'neutral' },
  ...{ text, parentId: null, shape: 'RECTANGLE', lines: [text], fontSize: 16 },
});

/** What a label is in HTML: Mermaid has codes of its own for entities while it reads. */
function textOf(label: string): string {
  const element = window.document.createElement('div');
  element.innerHTML = label.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  return element.textContent;
}

const shown = (text: string) => text.replace(/\s+/g, ' ').trim();

// Not those of several lines: happy-dom and Mermaid's sanitiser together lose the first. How all of them are shown is
// tested in a browser: test/e2e/mermaid.test.ts.
const labels = markupLabels.filter((label) => !label.includes('\n'));

test.each<[string, () => Promise<unknown>]>([
  ['10', () => import('mermaid10')],
  ['11', () => import('mermaid')],
])('Mermaid %s reads every text of an export as it is', async (_, load) => {
  const { default: mermaid } = (await load()) as Mermaid;
  for (const label of labels) {
    const source = toMermaid({ title: label, objects: [shape(label)] });
    await mermaid.parse(source);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source.replace(/^---\n.*?\n---\n/s, ''));
    const vertices = db.getVertices();
    const vertex = vertices instanceof Map ? vertices.get('n1') : vertices.n1;
    expect(shown(textOf(vertex?.text ?? '')), label).toBe(shown(label));
  }
});
