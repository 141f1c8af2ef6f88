import { expect, test } from 'vitest';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import { readMarkdown } from './readMarkdown.ts';

const read = (text: string) =>
  drawnPlan(readMarkdown({ language: 'markdown', text, first: 1, before: '', after: '' }));

test('headings with lists are a mind map', () => {
  const plan = read('# Plan\nIntro\n## One\n- **a**\n  - b `c`\n- [link](http://x)\n## Two\n1. d');
  expect(plan).toMatchObject({ title: 'Plan', layout: 'mindmap' });
  expect(plan.edges.toSorted()).toEqual(
    [
      'Plan -> Intro',
      'Plan -> One',
      'Plan -> Two',
      'One -> a',
      'One -> link',
      'Two -> d',
      'a -> b c',
    ].toSorted(),
  );
});

test('a table is a comparison', () => {
  const plan = read('# Tools\n\n| Tool | Price |\n|---|---|\n| A | 1 \\| 2 |\n| **B** | 3 |');
  expect(plan).toMatchObject({ title: 'Tools', layout: 'grid', frames: ['A', 'B'] });
  expect(plan.nodes).toEqual(['A > Price: 1 | 2', 'B > Price: 3']);
});

test('a list of tasks is a board', () => {
  const plan = read('# Shop\n- [ ] milk\n- [x] eggs\n  - [ ] from the farm');
  expect(plan).toMatchObject({ title: 'Shop', layout: 'kanban', frames: ['To do', 'Done'] });
  expect(plan.nodes).toEqual(['To do > milk', 'Done > eggs', 'To do > from the farm']);
});

test('tasks below headings are a board with a column for each heading', () => {
  const plan = read('# Home\n## This week\n- [ ] paint\n## Later\n- [ ] sofa\n- [x] lamp');
  expect(plan).toMatchObject({ title: 'Home', layout: 'kanban', frames: ['This week', 'Later'] });
  expect(plan.nodes).toEqual(['This week > paint', 'Later > sofa', 'Later > ✓ lamp']);
});
