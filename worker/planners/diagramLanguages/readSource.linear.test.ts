import { expect, test } from 'vitest';
import { expectLinear, filled } from '../../../test/support/linearTime.ts';
import { readCsv } from './data/readCsv.ts';
import { readJson, readYaml } from './data/readOutline.ts';
import { detectSource } from './detect/detectSource.ts';
import { readDot } from './dot/readDot.ts';
import { readMarkdown } from './markdown/readMarkdown.ts';
import { readPlantuml } from './plantuml/readPlantuml.ts';
import type { DiagramLanguage } from './source/diagramSource.ts';
import { readSql } from './sql/readSql.ts';

const source = (language: DiagramLanguage, text: string) => ({
  language,
  text,
  first: 1,
  before: '',
  after: '',
});

const readers = {
  detection: (text: string) => void detectSource(text),
  dot: (text: string) => void readDot(source('dot', text)),
  plantuml: (text: string) => void readPlantuml(source('plantuml', text)),
  markdown: (text: string) => void readMarkdown(source('markdown', text)),
  csv: (text: string) => void readCsv(source('csv', text), [',']),
  json: (text: string) => void readJson(source('json', text)),
  yaml: (text: string) => void readYaml(source('yaml', text)),
  sql: (text: string) => void readSql(source('sql', text)),
};

test.each<[keyof typeof readers, string, string, string]>([
  ['detection', '', '```\n', 'x'],
  ['detection', '', '---\n', 'graph TD'],
  ['detection', '', '%%{x}%%\n', 'graph TD'],
  ['detection', 'graph ', ' ', '{'],
  ['detection', '', ': ', 'graph TD'],
  ['detection', '', '"a,', '\nb,c,d'],
  ['dot', 'digraph {', 'a -> b; ', '}'],
  ['dot', 'digraph {', 'a [label="x"]\n', '}'],
  ['dot', 'digraph {', 'subgraph cluster_a {', '}'],
  ['dot', 'digraph {', 'a => b\n', '}'],
  ['plantuml', '@startuml\n', 'A -> B : x\n', '@enduml'],
  ['plantuml', '@startuml\nA ', '-', '> B'],
  ['plantuml', '@startuml\nA ', '-.', ' B'],
  ['plantuml', '@startuml\n', ':step\n', ';'],
  ['plantuml', '@startuml\nstart\nif (', ') (', 'then'],
  ['plantuml', '@startuml\nstart\n', 'if (a) then (b)\n', 'endif'],
  ['plantuml', '@startuml\nclass A {\n', 'x : y\n', '}'],
  ['plantuml', '@startuml\n[*] --> A\n', 'state A {\n', '}'],
  ['plantuml', '@startuml\n', 'package "', 'x'],
  ['markdown', '# a\n# b\n', '- a\n', ''],
  ['markdown', '# a\n# b\n', '| a | b |\n', '|---|---|'],
  ['markdown', '# a\n# b\n', '**', 'x'],
  ['markdown', '# a\n# b\n', '[a](', 'x'],
  ['markdown', '# a\n# b\n', '`', 'x'],
  ['csv', 'a,b\n', '"', ''],
  ['csv', 'a,b\n', 'x,y\n', ''],
  ['csv', 'name,manager\n', 'x,y\n', ''],
  ['json', '[', '1,', '1]'],
  ['yaml', 'a:\n', '- x\n', ''],
  ['yaml', '', '[', ''],
  ['detection', 'a:\n', '  b: ', ''],
  ['detection', 'create table ', ' ', '('],
  ['plantuml', '@startmindmap\n', '** a\n', '@endmindmap'],
  ['plantuml', '@startmindmap\n', '**:a\n', ''],
  ['plantuml', '@startuml\n(*) -', '-', '> "a"'],
  ['plantuml', '@startuml\n(*) --> "a"\n', 'if "x" then\n', ''],
  ['sql', 'create table a (', 'b int, ', ')'],
  ['sql', '', 'create table a (', ')'],
  ['csv', 'from,to\n', 'x,y\n', ''],
])('%s of %j with many %j takes linear time', (reader, begin, piece, end) => {
  expectLinear(
    filled(begin, () => piece, end),
    readers[reader],
  );
});

test('lists within lists are read to the depth of a canvas', () => {
  const text = Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- level ${at}`).join('\n');
  expect(readMarkdown(source('markdown', `# a\n# b\n${text}`))?.objects.length).toBeLessThanOrEqual(200);
});
