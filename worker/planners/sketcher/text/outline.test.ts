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

it('puts remarks below a title beside the marked lines', () => {
  const [root, ...others] = parseOutline('Notes\nPresent: Ana, Bo\nPlace: Rome\n- a\n  - b\n- c');
  expect(others).toEqual([]);
  expect(root?.text).toBe('Notes');
  expect(root?.children.map(({ text }) => text)).toEqual(['Present: Ana, Bo', 'Place: Rome', 'a', 'c']);
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

it('takes a section without entries as empty', () => {
  expect(parseItems('Mon: gym, shop\nTue: -\nWed:\nThu: piano')).toEqual([
    { text: 'Mon', children: [leaf('gym'), leaf('shop')] },
    leaf('Tue'),
    leaf('Wed'),
    { text: 'Thu', children: [leaf('piano')] },
  ]);
});

it('takes lines with plus and lines with minus apart', () => {
  expect(parseItems('+ a\n- b\n+ c')).toEqual([
    { text: '+', children: [leaf('a'), leaf('c')] },
    { text: '-', children: [leaf('b')] },
  ]);
  expect(parseItems('- a\n- b')).toEqual([leaf('a'), leaf('b')]);
});

it('takes no colon late in prose for a section', () => {
  expect(
    parseItems('It rains. Streams rise. One thing is sure: water comes.').every(
      ({ children }) => children.length === 0,
    ),
  ).toBe(true);
});
