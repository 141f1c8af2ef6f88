import { expect, test } from 'vitest';
import { readFiles } from './readFile.ts';

const file = (name: string, content: BlobPart) => new File([content], name);
const read = async (name: string, content: BlobPart) => (await readFiles([file(name, content)])).contents[0];

test.each(['flow.mmd', 'flow.MERMAID', 'graph.dot', 'a.puml', 'table.csv', 'notes.md', 'list.yaml'])(
  '%s is a diagram source',
  async (name) => {
    expect(await read(name, 'flowchart LR')).toEqual({
      kind: 'diagram',
      name,
      size: 12,
      source: 'flowchart LR',
      notes: [],
    });
  },
);

test('JSON that is no canvas is a diagram source', async () => {
  const source = '{"nodes":[{"id":"a"}]}';
  expect(await read('data.json', source)).toMatchObject({ kind: 'diagram', source });
});

test('an exported canvas is taken as it is', async () => {
  const json = '{"type":"collabcanvas","formatVersion":2,"objects":[]}';
  expect(await read('canvas.json', json)).toMatchObject({ kind: 'canvas', json });
});

test.each([
  ['My plan v14.excalidraw', 'My plan v14'],
  ['My plan.excalidraw', 'My plan'],
  ['v2.excalidraw', 'v2'],
])('an Excalidraw file %s becomes a canvas called %s', async (name, title) => {
  const box = { id: 'a', type: 'rectangle', x: 0, y: 0, width: 100, height: 50 };
  const result = await read(name, JSON.stringify({ type: 'excalidraw', elements: [box] }));
  if (result?.kind !== 'canvas') throw new Error('It is no canvas');
  expect(JSON.parse(result.json)).toMatchObject({ type: 'collabcanvas', title });
});

test.each([
  ['notes.txt', 'a flow of three steps'],
  ['README', '<- comes first'],
  ['limit', 'x'.repeat(4_000)],
])('other text (%s) is an instruction', async (name, text) => {
  expect(await read(name, `  ${text}\n`)).toEqual({ kind: 'text', text });
});

test.each([
  ['an image', [file('a.png', new Uint8Array([0x89, 0x50, 0xff]))], /a\.png is not a text file.*Mermaid/],
  ['a text with NUL', [file('a.mmd', 'a\0b')], /a\.mmd is not a text file/],
  ['an empty file', [file('a.csv', ' \n')], /a\.csv is empty/],
  ['a source over the limit', [file('a.csv', 'x'.repeat(100_001))], /100,001 characters.*100,000/],
  ['a file of 11 MB', [file('a.csv', new Uint8Array(11_000_000))], /up to 10 MB/],
  ['a damaged drawing', [file('a.excalidraw', '{"type":')], /not a valid Excalidraw file/],
  ['JSON with a mistake', [file('plan.json', '{"nodes": [}')], /plan\.json is not valid JSON/],
  ['JSON without names', [file('plan.json', '"text"')], /plan\.json is not valid JSON/],
  [
    'a drawing without shapes',
    [file('a.excalidraw', '{"type":"excalidraw"}')],
    /nothing that a canvas can hold/,
  ],
  ['an SVG image', [file('a v3.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')], /a v3\.svg.*Mermaid/],
  ['a page', [file('a.html', '\n<!doctype html><p>a')], /a\.html is a page or a picture/],
  ['XML without an ending', [file('a', '\uFEFF<?xml version="1.0"?><a/>')], /a is a page or a picture/],
  ['a text over the limit', [file('a.txt', 'x'.repeat(4_001))], /4,001 characters.*4,000.*Mermaid/],
  ['no file', [], /no file/],
])('refuses %s, with what to do', async (_what, files, reason) => {
  expect(await readFiles(files)).toEqual({ contents: [], problems: [expect.stringMatching(reason)] });
});

test('several files are read together; what can’t be used among them is named', async () => {
  const files = [file('a.csv', 'a'), file('b.txt', 'a flow'), file('c.mmd', 'mindmap'), file('d.png', '\0')];
  expect(await readFiles(files)).toMatchObject({
    contents: [{ name: 'a.csv' }, { name: 'c.mmd' }],
    problems: [/b\.txt .*alone/, /d\.png/].map((problem) => expect.stringMatching(problem)),
  });
  const many = await readFiles(Array.from({ length: 21 }, (_, index) => file(`${index}.csv`, 'a')));
  expect(many.contents).toHaveLength(20);
  expect(many.problems).toEqual([expect.stringMatching(/20 files/)]);
});
