import { expect, test } from 'vitest';
import { planOf } from './planOf.ts';

test('reads frames, shapes, colours and connectors', () => {
  const { title, layout, direction, objects } = planOf(
    'flow right: Offer\n[Sales] Write; <Ok?>\n  [Inner] {Note #red}\nWrite -> <Ok?> -> (End): yes\nNote --> Write',
  );
  expect({ title, layout, direction }).toEqual({ title: 'Offer', layout: 'flow', direction: 'right' });
  expect(objects.map((object) => ('text' in object ? object.text : object.id))).toEqual([
    'f1',
    'f2',
    'Write',
    'Ok?',
    'Note',
    'End',
    'e1',
    'e2',
    'e3',
  ]);
  expect(objects).toMatchObject([
    { title: 'Sales', parent: null },
    { title: 'Inner', parent: 'f1' },
    { shape: 'rect', parent: 'f1' },
    { shape: 'diamond', parent: 'f1' },
    { shape: 'sticky', color: 'red', parent: 'f2' },
    { shape: 'ellipse', parent: null },
    { from: 'n1', to: 'n2', label: null },
    { from: 'n2', to: 'n4', label: 'yes' },
    { from: 'n3', to: 'n1', style: 'dashed' },
  ]);
});

test('adds a card of a frame even if another one is called so', () => {
  expect(planOf('kanban: Two\n[A] Same\n[B] Same').objects).toHaveLength(4);
});

test('refuses a first line that is no header', () => {
  expect(() => planOf('something else')).toThrow();
});

test('reads compartments', () => {
  const { objects } = planOf('class: Shop\nOrder | id, date | place()\nOrder -> Item: has');
  expect(objects).toMatchObject([
    { text: 'Order', compartments: ['id\ndate', 'place()'] },
    { text: 'Item', compartments: null },
    { label: 'has' },
  ]);
});
