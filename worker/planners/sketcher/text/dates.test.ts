import { expect, it } from 'vitest';
import { dated } from './dates.ts';

it.each([
  ['Jan kickoff', 'Jan', 'kickoff'],
  ['beta in March', 'March', 'beta'],
  ['2027-03-01 audit', '2027-03-01', 'audit'],
  ['Q3 2027: scale up', 'Q3 2027', 'scale up'],
  ['1936 Turing machine', '1936', 'Turing machine'],
  ['Week 3-4: build', 'Week 3-4', 'build'],
  ['release (June 2027)', 'June 2027', 'release'],
  ['12 May 2027 opening', '12 May 2027', 'opening'],
  ['9:30 am stand-up', '9:30 am', 'stand-up'],
])('finds the time in "%s"', (text, when, what) => expect(dated(text)).toEqual({ when, what }));

it.each(['marching band', 'mayor speaks', 'kickoff', 'janitor'])('finds no time in "%s"', (text) =>
  expect(dated(text)).toBeNull(),
);
