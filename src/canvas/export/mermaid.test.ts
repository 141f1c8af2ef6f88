import { describe, expect, it } from 'vitest';
import type { Connector, Frame, Shape } from '../model/object.ts';
import { toMermaid } from './mermaid.ts';

const box = { width: 100, height: 50, zIndex: 0, color: 'neutral', parentId: null } as const;
const shape = (id: string, x: number, some: Partial<Shape> = {}): Shape => ({
  ...box,
  id,
  kind: 'SHAPE',
  x,
  y: 0,
  shape: 'RECTANGLE',
  text: id,
  lines: [id],
  fontSize: 16,
  ...some,
});
const frame = (id: string, some: Partial<Frame> = {}): Frame => ({
  ...box,
  id,
  kind: 'FRAME',
  x: 0,
  y: 0,
  title: id,
  ...some,
});
const connector = (fromId: string, toId: string, some: Partial<Connector> = {}): Connector => ({
  id: `${fromId} to ${toId}`,
  zIndex: 0,
  kind: 'CONNECTOR',
  fromId,
  toId,
  points: [],
  label: null,
  labelAt: null,
  style: 'SOLID',
  color: 'neutral',
  arrowhead: true,
  ...some,
});

const linesOf = (objects: Parameters<typeof toMermaid>[0]['objects'], title = 'A flow') =>
  toMermaid({ title, objects }).split('\n');

describe('a canvas as Mermaid', () => {
  it('has its shapes by their outlines, its frames around them, and its connectors', () => {
    const objects = [
      frame('Lane'),
      shape('Start', 0, { shape: 'ELLIPSE', parentId: 'Lane' }),
      shape('Ok?', 200, { shape: 'DIAMOND' }),
      connector('Start', 'Ok?', { label: 'yes' }),
      connector('Ok?', 'Lane', { style: 'DASHED', arrowhead: false }),
    ];
    expect(linesOf(objects)).toEqual([
      '---',
      'title: "A flow"',
      '---',
      'flowchart LR',
      '  subgraph g1["Lane"]',
      '    n2(["Start"])',
      '  end',
      '  n3{"Ok?"}',
      '  n2 -->|"yes"| n3',
      '  n3 -.- g1',
      '',
    ]);
  });

  it('has arrowheads where the connector has them', () => {
    const joined = (some: Partial<Connector>) =>
      linesOf([shape('a', 0), shape('b', 200), connector('a', 'b', some)]).at(-2);
    expect(joined({ startArrowhead: true })).toBe('  n1 <--> n2');
    expect(joined({ startArrowhead: true, style: 'DASHED', label: 'x' })).toBe('  n1 <-.->|"x"| n2');
    expect(joined({ startArrowhead: true, arrowhead: false })).toBe('  n2 --> n1');
    expect(joined({ arrowhead: false })).toBe('  n1 --- n2');
  });

  it('joins participants where messages join bars on their lifelines', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 50 },
    ];
    const lifeline = { points, style: 'DASHED', arrowhead: false } as const;
    const bar = (id: string) => shape(id, 0, { text: '' });
    const objects = [
      ...[shape('User', 0), shape('Shop', 200), bar('u'), bar('s')],
      ...[connector('User', 'u', lifeline), connector('Shop', 's', lifeline)],
      connector('u', 's', { label: 'order' }),
    ];
    expect(linesOf(objects).slice(4, -1)).toEqual(['  n1["User"]', '  n2["Shop"]', '  n1 -->|"order"| n2']);
  });

  it('runs down when most connectors do', () => {
    expect(linesOf([shape('a', 0), shape('b', 0, { y: 200 }), connector('a', 'b')])).toContain(
      'flowchart TD',
    );
  });

  it('shows whatever is in a text as text', () => {
    const text = 'end"] --> x\n<script>alert(1)</script> `#35;` %% & \\';
    expect(linesOf([shape('a', 0, { text })], 'A "title"\n---')).toEqual([
      '---',
      'title: "A \\"title\\" ---"',
      '---',
      'flowchart TD',
      '  n1["end#quot;#93; --#gt; x<br/>#lt;script#gt;alert(1)#lt;/script#gt; #96;#35;35;#96; #37;% #amp; #92;"]',
      '',
    ]);
  });

  it('gives a blank to what has no text, since Mermaid insists on one', () => {
    expect(linesOf([shape('a', 0, { text: '' })])).toContain('  n1[" "]');
  });

  it('of an empty canvas is an empty flowchart', () => {
    expect(linesOf([])).toEqual(['---', 'title: "A flow"', '---', 'flowchart TD', '']);
  });
});
