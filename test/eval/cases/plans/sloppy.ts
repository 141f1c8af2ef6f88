import type { PlanObject } from '../../../../src/canvas/model/plan.ts';
import { planOf } from '../../notation/planOf.ts';
import type { Plans } from '../case.ts';

const edge = (id: string, from: string, to: string, label: string | null = null): PlanObject => ({
  ...{ type: 'edge', id, from, to, label, style: null },
});
const node = (id: string, text: string, parent: string | null = null): PlanObject => ({
  ...{ type: 'node', id, shape: 'rect', text, color: null, parent, order: null },
});
const frame = (id: string, title: string, parent: string | null = null): PlanObject => ({
  ...{ type: 'frame', id, title, parent, slot: null },
});

const steps = planOf('flow right: Steps\nOne -> Two -> Three');
const withObjects = (...objects: PlanObject[]) => ({ ...steps, objects: [...steps.objects, ...objects] });
const only = (layout: 'flow' | 'kanban' | 'grid' | 'mindmap', ...objects: PlanObject[]) => ({
  ...{ title: 'Sloppy', layout, direction: null, objects },
});

const longText =
  'The clerk compares the delivery note with the order, the invoice and the framework contract';

/** Plans with the mistakes of weaker models: what can be used must be on the canvas. */
export const sloppy: Plans = {
  'sloppy: edges to unknown ids': [
    withObjects(edge('x1', 'n1', 'nowhere'), edge('x2', 'missing', 'n2')),
    { edges: 'One -> Two -> Three', count: { connector: 2 }, warning: '~left out' },
  ],
  'sloppy: parent that never comes': [
    withObjects(node('lost', 'Lost', 'no-frame')),
    { texts: 'One; Two; Three; Lost' },
  ],
  'sloppy: edges before nodes': [
    only(
      'flow',
      edge('e1', 'a', 'b'),
      edge('e2', 'b', 'c', 'then'),
      node('a', 'Alpha'),
      node('b', 'Beta'),
      node('c', 'Gamma'),
    ),
    { edges: 'Alpha -> Beta; Beta -> Gamma: then' },
  ],
  'sloppy: nodes before frames': [
    only(
      'kanban',
      node('a', 'Card', 'f'),
      frame('f', 'Column'),
      frame('g', 'Second'),
      node('b', 'Other', 'g'),
    ),
    { inside: { Column: 'Card', Second: 'Other' } },
  ],
  'sloppy: frames in each other': [
    only('flow', frame('a', 'Outer', 'b'), frame('b', 'Inner', 'a'), node('n', 'Node', 'b')),
    { texts: 'Outer; Inner; Node' },
  ],
  'sloppy: frame in a node': [
    only('grid', node('n', 'Node'), frame('f', 'Frame', 'n'), node('m', 'Content', 'f')),
    { texts: 'Node; Frame; Content', inside: { Frame: 'Content' } },
  ],
  'sloppy: same edge twice': [
    withObjects(edge('x1', 'n1', 'n2'), edge('x2', 'n1', 'n2')),
    { edges: 'One -> Two -> Three', count: { connector: [2, 4] } },
  ],
  'sloppy: edge to itself': [
    withObjects(edge('x1', 'n2', 'n2', 'again')),
    { edges: 'One -> Two -> Three; Two -> Two: again' },
  ],
  'sloppy: edges between frames': [
    only(
      'flow',
      frame('f', 'Left'),
      frame('g', 'Right'),
      node('a', 'Apple', 'f'),
      node('b', 'Berry', 'g'),
      edge('e', 'f', 'g', 'feeds'),
    ),
    { inside: { Left: 'Apple', Right: 'Berry' }, edges: 'Left -> Right: feeds' },
  ],
  'sloppy: edge from a frame to its content': [
    only(
      'flow',
      frame('f', 'Box'),
      node('a', 'Content', 'f'),
      node('b', 'Outside'),
      edge('e1', 'f', 'a'),
      edge('e2', 'a', 'b'),
    ),
    { inside: { Box: 'Content' }, edges: 'Content -> Outside' },
  ],
  'sloppy: long labels': [
    planOf(`flow right: Long\n${longText} -> ${longText} again: ${longText}\n${longText} again -> Short`),
    {
      edges: [
        [longText, `${longText} again`, longText],
        [`${longText} again`, 'Short'],
      ],
    },
  ],
  'sloppy: empty texts': [
    withObjects(node('empty', ''), edge('x', 'n3', 'empty')),
    { edges: 'One -> Two -> Three', count: { connector: 3, shape: 4 }, others: 1 },
  ],
  'sloppy: deep nesting': [
    planOf('flow right: Deep\n[A]\n  [B]\n    [C]\n      [D]\n        [E] Core\nOutside -> Core'),
    { inside: { A: 'B', B: 'C', C: 'D', D: 'E', E: 'Core' }, edges: 'Outside -> Core' },
  ],
  'sloppy: mind map without root': [
    planOf('mindmap: Loose\nA -> B; A -> C; D -> E\nF'),
    { edges: 'A -- B; A -- C; D -- E', texts: 'F' },
  ],
  'sloppy: mind map with cycle': [
    planOf('mindmap: Round\nA -> B -> C -> A; C -> D'),
    { edges: 'A -- B; B -- C; C -- A; C -- D' },
  ],
  'sloppy: kanban without columns': [
    planOf('kanban: Loose cards\nOne; Two; Three'),
    { texts: 'One; Two; Three' },
  ],
  'sloppy: flow inside kanban': [
    planOf('kanban: Flowing\n[To do] Write; Check\n[Done] Print\nWrite -> Check -> Print'),
    { inside: { 'To do': 'Write; Check', Done: 'Print' }, edges: 'Write -> Check -> Print' },
  ],
  'sloppy: only edges': [only('flow', edge('e', 'a', 'b')), { fails: 'OUTPUT_EMPTY' }],
  'sloppy: line breaks in texts': [
    only('flow', node('a', 'First\nline two'), node('b', 'Second\n\n'), edge('e', 'a', 'b', 'one\ntwo')),
    { edges: '~first line -> Second: one two' },
  ],
  'sloppy: swot with five parts': [
    planOf('swot: Five\n[Strengths] A\n[Weaknesses] B\n[Opportunities] C\n[Threats] D\n[Actions] E'),
    { inside: { Strengths: 'A', Weaknesses: 'B', Opportunities: 'C', Threats: 'D', Actions: 'E' } },
  ],
};
