import { expect, test } from 'vitest';
import { detectSource } from './detectSource.ts';

test.each([
  ['```mermaid\ngraph TD\nA-->B\n```', 'mermaid'],
  ['```\ngraph TD\nA-->B\n```', 'mermaid'],
  ['~~~dot\ndigraph { a -> b }\n~~~', 'dot'],
  ['graph LR; A-->B', 'mermaid'],
  ['---\ntitle: Login\n---\nflowchart TD\n  A --> B', 'mermaid'],
  ['%%{init: {"theme": "dark"}}%%\nsequenceDiagram\n  A->>B: hi', 'mermaid'],
  ['mindmap\n  root((Plan))', 'mermaid'],
  ['pie title Pets\n  "Dogs" : 3', 'mermaid'],
  ['strict digraph "my graph" {\n a -> b }', 'dot'],
  ['graph {\n a -- b }', 'dot'],
  ['@startuml\nA -> B\n@enduml', 'plantuml'],
  ['{"a": [1, 2]}', 'json'],
  ['Name,Role,Manager\nAnn,CEO,\nBob,CTO,Ann', 'csv'],
  ['Task\tOwner\nPaint\tAnn', 'tsv'],
  ['# Plan\n## One\ntext', 'markdown'],
  ['- [ ] one\n- [x] two', 'markdown'],
  ['name: App\nscripts:\n  build: vite', 'yaml'],
  ['create table a (id int)', 'sql'],
  ['from,to\na,b', 'csv'],
  ['@startmindmap\n* a\n@endmindmap', 'plantuml'],
])('finds the language of %j', (text, language) => {
  expect(detectSource(text)?.language).toBe(language);
});

test.each([
  'A -> B -> C',
  'graph the sales, costs and profit',
  'flowchart of the login process',
  'timeline: 2020 start, 2021 end',
  'Mind map of a conference: venue, speakers',
  'journey of a customer\nDiscover: an advertisement',
  'apples, pears, plums\nkiwis, nuts, figs',
  'pie',
  'To do:\n  - buy milk\nDoing:\n  - paint',
  'a -> b,c,d\nb -> e,f,g',
  '# Only one heading\nand text',
  '{not json}',
  'class diagram for a shop',
  '',
])('finds none in %j', (text) => {
  expect(detectSource(text)).toBeNull();
});

test('keeps the text around a fence, and the line where the source begins', () => {
  const text = 'Please draw this:\n\n```mermaid\ngraph TD\nA-->B\n```\nThanks!';
  expect(detectSource(text)).toEqual({
    language: 'mermaid',
    text: 'graph TD\nA-->B',
    first: 4,
    before: 'Please draw this:',
    after: 'Thanks!',
  });
});

test('finds a source after a sentence, on the same line and below it', () => {
  expect(detectSource('draw this: graph LR; A-->B')).toMatchObject({ text: 'graph LR; A-->B', first: 1 });
  expect(detectSource('Please draw this:\r\n\r\ndigraph {\r\na -> b }')).toMatchObject({
    language: 'dot',
    first: 3,
  });
});

test('a fence that is not closed ends with the text', () => {
  expect(detectSource('```dot\ndigraph { a -> b }')).toMatchObject({
    language: 'dot',
    text: 'digraph { a -> b }',
  });
});
