import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxBoxesPerJob, maxConnectorsPerJob } from '../../../src/canvas/model/limits.ts';
import { type PlanObject, plan as planSchema } from '../../../src/canvas/model/plan.ts';
import { withoutWindow } from '../../../test/support/withoutWindow.ts';
import { detectSource } from './detect/detectSource.ts';
import { readSource } from './readSource.ts';

withoutWindow();

async function read(text: string) {
  const source = detectSource(text);
  return source === null ? null : await readSource(source);
}

const begins = [
  ...[
    'flowchart TD\n',
    'sequenceDiagram\n',
    'classDiagram\n',
    'stateDiagram-v2\n',
    'erDiagram\n',
    '```mermaid\nmindmap\n',
  ],
  ...[
    '```mermaid\ntimeline\n',
    '```mermaid\ngantt\n',
    '```mermaid\njourney\n',
    '```mermaid\npie\n',
    'digraph {\n',
  ],
  ...[
    '@startuml\n',
    '@startuml\nstart\n',
    '@startuml\n[*] --> A\n',
    '@startuml\nclass A\n',
    '@startuml\n[A]\n',
  ],
  ...['# a\n# b\n', '| a | b |\n|---|---|\n', '```csv\n', '```tsv\n', '```json\n', '```yaml\n'],
];
const pieces = [
  ...[
    'A --> B\n',
    'A -> B : x\n',
    'A->>B: x\n',
    'a -> {b c};\n',
    'A <|-- B\n',
    'A ||--o{ B : x\n',
    'A[x (y)]\n',
    'A{?}\n',
  ],
  ...[
    'subgraph x\n',
    'end\n',
    'state X {\n',
    '}\n',
    '{\n',
    'class X {\n',
    ':step;\n',
    'if (a) then (b)\n',
    'else\n',
    'endif\n',
  ],
  ...[
    'fork\n',
    'end fork\n',
    'while (x)\n',
    'endwhile\n',
    'repeat\n',
    'repeat while (x)\n',
    '|lane|\n',
    'note left of A : x\n',
  ],
  ...[
    'note right\n',
    'alt x\n',
    'loop y\n',
    '- a\n',
    '  - b\n',
    '- [ ] c\n',
    '## c\n',
    '> ',
    'a,b\n',
    '"a\n',
    'name,manager\n',
  ],
  ...[
    'a: b\n',
    'a:\n',
    '  ',
    '[',
    '{"a":',
    '1,',
    '&a ',
    '*a ',
    '__proto__: x\n',
    '2024 : x\n',
    'T : 2024-01-01, 3d\n',
    'x: 5: y\n',
  ],
  ...['"a" : 5\n', 'section s\n', 'title t\n', '\n', '🎉', '\u0000', '<b>', '&lt;', '%%{', '---\n', '```\n'],
];

const text = fc
  .tuple(fc.constantFrom(...begins), fc.array(fc.constantFrom(...pieces), { maxLength: 40 }))
  .map(([begin, some]) => begin + some.join(''));

function referencesOf(object: PlanObject): string[] {
  const ends = object.type === 'edge' ? [object.from, object.to] : [];
  return 'parent' in object && object.parent ? [...ends, object.parent] : ends;
}

function expectWithinLimit(objects: readonly PlanObject[]): void {
  const connectors = objects.filter(({ type }) => type === 'edge').length;
  expect(connectors).toBeLessThanOrEqual(maxConnectorsPerJob);
  expect(objects.length - connectors).toBeLessThanOrEqual(maxBoxesPerJob);
}

test('any mixture of lines gives a valid plan within the limit of a job, or none', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      const plan = await read(source);
      if (plan === null) return;
      const { objects } = planSchema.parse({ ...plan.header, objects: plan.objects });
      expectWithinLimit(objects);
      const known = new Set<string>();
      for (const object of objects) {
        const references = referencesOf(object);
        for (const reference of references) expect(known).toContain(reference);
        known.add(object.id);
      }
      expect(known.size).toBe(objects.length);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['quotes within quotes', `# a\n# b\n${'> '.repeat(2_000)}x`],
  ['lists within lists', `# a\n# b\n${'- '.repeat(2_000)}x`],
  ['data within data', `\`\`\`yaml\n${'['.repeat(4_000)}`],
  ['branches within branches', `@startuml\nstart\n${'if (a) then (b)\n'.repeat(250)}@enduml`],
  [
    'topics within topics',
    `mindmap\n${Array.from({ length: 80 }, (_, at) => `${' '.repeat(at + 1)}t${at}`).join('\n')}`,
  ],
])('%s do not end the thread', async (_, source) => {
  const plan = await read(source);
  expectWithinLimit(plan?.objects ?? []);
});
