import { expect, test } from 'vitest';
import { nearestColor } from './nearestColor.ts';

test.each([
  ['#1e1e1e', 'NEUTRAL'],
  ['#ffffff', 'NEUTRAL'],
  ['transparent', 'NEUTRAL'],
  ['#e03131', 'RED'],
  ['#f00', 'RED'],
  ['#ffc9c9', 'RED'],
  ['#f08c00', 'ORANGE'],
  ['#ffec99', 'YELLOW'],
  ['#2f9e44', 'GREEN'],
  ['#0c8599', 'TEAL'],
  ['#1971c2', 'BLUE'],
  ['#a5d8ff', 'BLUE'],
  ['#9c36b5', 'PURPLE'],
  ['#c2255c', 'PINK'],
])('%s is %s', (hex, color) => expect(nearestColor(hex)).toBe(color));
