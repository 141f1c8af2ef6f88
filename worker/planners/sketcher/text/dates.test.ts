import { expect, it } from 'vitest';
import { dated, timeOf } from './dates.ts';

it.each([
  ['Jan kickoff', 'Jan', 'kickoff'],
  ['beta in March', 'March', 'beta'],
  ['2027-03-01 audit', '2027-03-01', 'audit'],
  ['Q3 2027: scale up', 'Q3 2027', 'scale up'],
  ['1936 Turing machine', '1936', 'Turing machine'],
  ['Design Jan-Feb', 'Jan-Feb', 'Design'],
  ['band 1998-2003', '1998-2003', 'band'],
  ['Umbau (März bis Mai)', 'März bis Mai', 'Umbau'],
  ['Week 3-4: build', 'Week 3-4', 'build'],
  ['release (June 2027)', 'June 2027', 'release'],
  ['12 May 2027 opening', '12 May 2027', 'opening'],
  ['Launch June 1', 'June 1', 'Launch'],
  ['Kickoff 3 May', '3 May', 'Kickoff'],
  ['Abnahme 1. Juni 2027', '1. Juni 2027', 'Abnahme'],
  ['1000 users Dec 2026', 'Dec 2026', '1000 users'],
  ['alpha 2027-03-01', '2027-03-01', 'alpha'],
  ['Kickoff 3. – 5. Mai', '3. – 5. Mai', 'Kickoff'],
  ['9:30 am stand-up', '9:30 am', 'stand-up'],
])('finds the time in "%s"', (text, when, what) => expect(dated(text)).toEqual({ when, what }));

it.each(['marching band', 'review of May 3', 'mayor speaks', 'kickoff', 'janitor'])(
  'finds no time in "%s"',
  (text) => expect(dated(text)).toBeNull(),
);

it.each([
  [['1200 BC', '1066', 'July 1969', 'Juli 20, 1969', '2019-03-01', 'Q3 2020', 'décembre 2020']],
  [['Monday', 'martes', 'Donnerstag', 'sábado']],
  [['week 2', 'week 10']],
])('puts %j in this order', (dates) => {
  const times = dates.map(timeOf);
  expect(times).not.toContain(null);
  expect(times.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(times);
});
