import { expect, test } from 'vitest';
import { planOf } from '../notation/planOf.ts';
import { compareGraphs } from './compareGraphs.ts';
import { comparisonTable } from './comparisonReport.ts';
import { mermaidOf } from './drawWithMermaid.ts';
import { graphs } from './graphs.ts';

test('draws graphs also with Graphviz, and counts who is better', async () => {
  const all = graphs();
  expect(all).toHaveLength(30);
  const compared = await compareGraphs(null, all.slice(0, 6));
  expect(compared).toHaveLength(6);
  for (const { name, drawings } of compared) {
    const { project, Graphviz } = drawings;
    expect(Graphviz?.picture.boxes.length, name).toBe(project?.picture.boxes.length);
    expect(Graphviz?.picture.lines.length, name).toBe(project?.picture.lines.length);
  }
  expect(comparisonTable(compared)).toMatch(/crossings +\d+ +\d+ +\d+ \+ \d+ = \d+ -/);
});

test('writes a plan in the language of Mermaid', () => {
  expect(mermaidOf(planOf('flow down: A\n[Box] One; <Two?>\nOne -> Two?: "go"\nTwo? --> (End)'))).toBe(
    [
      'flowchart TD',
      'subgraph f1["Box"]',
      'n1["One"]',
      'n2{"Two?"}',
      'end',
      'n3(["End"])',
      'n1 -->|"#quot;go#quot;"| n2',
      'n2 -.-> n3',
    ].join('\n'),
  );
});
