import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test.each([
  ['Five steps', 'Five steps.svg'],
  ['Q1/Q2: "plan" <draft>', 'Q1 Q2 plan draft.svg'],
  ['..\\..', 'canvas.svg'],
  ['  ', 'canvas.svg'],
  ['x'.repeat(200), `${'x'.repeat(80)}.svg`],
  ['🇨🇭'.repeat(81), `${'🇨🇭'.repeat(80)}.svg`],
])('a canvas called “%s” is saved as %s', (title, name) => {
  expect(fileName(title, 'svg')).toBe(name);
});
