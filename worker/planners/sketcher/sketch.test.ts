import { expect, test } from 'vitest';
import { drawnPlan } from '../../../test/support/drawnPlan.ts';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { withoutWindow } from '../../../test/support/withoutWindow.ts';
import type { PlannerCanvas } from '../planner.ts';
import { sketch } from './sketch.ts';
import { sketchPlan } from './sketchPlan.ts';

withoutWindow();

const canvas = plannerCanvas([{ id: 's1', kind: 'SHAPE', text: 'A', shape: 'RECTANGLE', parent: null }]);

async function sketched(instruction: string, on: PlannerCanvas | null) {
  const plan = await sketch({ instruction, canvas: on });
  if ('refusal' in plan) throw new Error(plan.refusal);
  return plan;
}

test.each([
  ['a new canvas', null],
  ['an existing canvas', canvas],
])('draws a pasted source literally on %s', async (_, on) => {
  const instruction = 'Add this:\n```mermaid\nflowchart LR\n  api -->|reads| db[(my_table)]\n```';
  const plan = drawnPlan(await sketched(instruction, on));
  expect(plan).toMatchObject({
    direction: 'right',
    nodes: ['api', 'my_table'],
    edges: ['api -> my_table: reads'],
  });
});

test.each(['draft -> review -> publish', 'Kanban for a launch\nTo do: pricing page, release notes'])(
  'reads %j as before',
  async (instruction) => {
    expect(await sketched(instruction, null)).toEqual(sketchPlan({ instruction, canvas: null }));
  },
);

test.each(['flowchart TD\n  ((((', '```mermaid\ngitGraph\n  commit\n```'])(
  'says that %j can’t be read',
  async (instruction) => {
    const { warnings } = await sketched(instruction, null);
    expect(warnings[0]).toContain('The Mermaid source could not be read');
  },
);

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `s${at + 1}`);

test.each([
  ['arrows', numbered(150).join(' -> ')],
  ['a list', `flow of ${numbered(150).join(', ')}`],
  [
    'relations',
    numbered(149)
      .map((name, at) => `${name} depends on s${at + 2}`)
      .join('. '),
  ],
])('draws each of 150 things in %s', async (_, instruction) => {
  const { nodes, warnings } = drawnPlan(await sketched(instruction, null));
  expect(nodes).toHaveLength(150);
  expect(warnings).toEqual([]);
});

test('gives the number of things that a job cannot add', async () => {
  const { nodes, warnings } = drawnPlan(await sketched(numbered(230).join(' -> '), null));
  expect(nodes).toHaveLength(200);
  expect(warnings).toEqual([expect.stringMatching(/^30 boxes and 30 connectors were left out/)]);
});
