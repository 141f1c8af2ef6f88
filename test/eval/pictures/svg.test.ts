import { expect, test } from 'vitest';
import { layOutDiagram } from '../../../worker/layout/layOutDiagram.ts';
import { idOf } from '../../support/diagrams.ts';
import { svgOf } from './svg.ts';

const node = (text: string) => ({
  type: 'node' as const,
  id: idOf(2, 0),
  shape: 'rect' as const,
  text,
  color: null,
  parent: null,
  order: null,
});

test('shows markup as text', async () => {
  const svg = svgOf(
    await layOutDiagram({ layout: 'grid', direction: null, objects: [node('<script>&"x"')] }),
  );
  expect(svg).toContain('&lt;script&gt;&amp;&quot;x&quot;');
  expect(svg).not.toContain('<script');
});

test('drops characters that XML forbids', async () => {
  const svg = svgOf(
    await layOutDiagram({ layout: 'grid', direction: null, objects: [node('a\u0000b\uD800c')] }),
  );
  expect(svg).toContain('>abc<');
});

test('draws an empty canvas', () => {
  expect(svgOf([])).toMatch(/^<svg .*<\/svg>$/s);
});
