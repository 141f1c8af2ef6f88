import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

it('gives each user as many slots as the limit says, and one that was given back again', () => {
  const slots = new Slots(2);
  const first = slots.take('ada');
  expect(slots.take('ada')).not.toBeNull();
  expect(slots.take('ada')).toBeNull();
  expect(slots.take('bob')).not.toBeNull();
  first?.();
  expect(slots.take('ada')).not.toBeNull();
  expect(slots.take('ada')).toBeNull();
});

it('takes a slot back once, however often it is given back', () => {
  const slots = new Slots(2);
  const first = slots.take('ada');
  slots.take('ada');
  first?.();
  first?.();
  expect(slots.taken).toBe(1);
});

it('remembers nobody who holds none', () => {
  const slots = new Slots(1);
  slots.take('ada')?.();
  expect(slots.taken).toBe(0);
});
