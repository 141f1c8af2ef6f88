import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test.each([
  ['Five steps', 'Five steps v4.svg'],
  ['Q1/Q2: "plan" <draft>', 'Q1 Q2 plan draft v4.svg'],
  ['..\\..', 'canvas v4.svg'],
  ['  ', 'canvas v4.svg'],
  // Reserved on Windows without the version.
  ['CON', 'CON v4.svg'],
  ['x'.repeat(200), `${'x'.repeat(80)} v4.svg`],
  ['🇨🇭'.repeat(81), `${'🇨🇭'.repeat(80)} v4.svg`],
])('a canvas called “%s” is saved as %s', (title, name) => {
  expect(fileName({ title, versionNumber: 4 }, 'svg')).toBe(name);
});
