import { expect, test } from 'vitest';
import type { BoxNameFragment, ObjectNameFragment } from '../generated/graphql.ts';
import { nameOfObject } from './objectNames.ts';

const shape = (text: string): Extract<BoxNameFragment, { __typename: 'Shape' }> => ({
  ...{ __typename: 'Shape', id: text, text },
});
const connector = (from: string, to: string | null, label: string | null): ObjectNameFragment => ({
  ...{ __typename: 'Connector', id: 'c', label, from: shape(from), to: to === null ? null : shape(to) },
});

test.each<[ObjectNameFragment, string]>([
  [shape('Sign up'), 'Sign up'],
  [shape('Sign up\nwith mail'), 'Sign up …'],
  [shape(' '), 'a shape'],
  [{ __typename: 'Frame', id: 'f', title: '' }, 'a section'],
  [connector('Sign up', 'Pay', null), 'Sign up → Pay'],
  [connector('Sign up', 'Pay', 'yes'), 'Sign up → Pay: yes'],
  [connector('Sign up', null, null), 'Sign up → an object'],
])('%j is called %s', (object, name) => {
  expect(nameOfObject(object)).toBe(name);
});
