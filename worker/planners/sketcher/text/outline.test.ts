import { expect, it } from 'vitest';
import { parseItems } from './inline.ts';
import { leaf } from './item.ts';
import { parseOutline } from './outline.ts';

it('reads indentation as hierarchy', () => {
  expect(parseOutline('a\n  b\n    c\n  d\ne')).toEqual([
    { text: 'a', children: [{ text: 'b', children: [leaf('c')] }, leaf('d')] },
    leaf('e'),
  ]);
});

it('puts bullets below the plain line before them', () => {
  expect(parseOutline('a\n- b\n- c\nd\n- e')).toEqual([
    { text: 'a', children: [leaf('b'), leaf('c')] },
    { text: 'd', children: [leaf('e')] },
  ]);
});

it('reads headings, numbers such as 1.2, and check boxes', () => {
  expect(parseOutline('# a\n## b\n- [x] c')).toEqual([
    { text: 'a', children: [{ text: 'b', children: [leaf('c')] }] },
  ]);
  expect(parseOutline('1. a\n1.1 b\n2. c')).toEqual([{ text: 'a', children: [leaf('b')] }, leaf('c')]);
});

it('reads sections and brackets within a line', () => {
  expect(parseItems('todo: a, b; done: c (d, e)')).toEqual([
    { text: 'todo', children: [leaf('a'), leaf('b')] },
    { text: 'done', children: [{ text: 'c', children: [leaf('d'), leaf('e')] }] },
  ]);
});

it('reads lists at the ends of an outline', () => {
  expect(parseItems('- Food: bread, water\n- Sleep')).toEqual([
    { text: 'Food', children: [leaf('bread'), leaf('water')] },
    leaf('Sleep'),
  ]);
});
