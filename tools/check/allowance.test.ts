import { expect, it } from 'vitest';
import { countFindings, findingsBeyond, grownTerms } from './allowance.ts';
import type { Finding } from './findRuledOutTerms.ts';

const finding = (file: string, term: string): Finding => ({ file, term, line: 1, found: term, use: 'x' });
const old = [
  finding('b.ts', 'news'),
  finding('a.ts', 'news'),
  finding('a.ts', 'deaf'),
  finding('a.ts', 'news'),
];
const allowance = { 'a.ts': { deaf: 1, news: 2 }, 'b.ts': { news: 1 } };

it('counts findings by file and term', () => {
  expect(JSON.stringify(countFindings(old))).toBe(JSON.stringify(allowance));
});

it('allows as many as there were, and fewer', () => {
  expect(findingsBeyond(allowance, old)).toEqual([]);
  expect(findingsBeyond(allowance, old.slice(1))).toEqual([]);
});

it('reports each use of a term of which a file has more than before', () => {
  const [more, other] = [finding('b.ts', 'news'), finding('c.ts', 'deaf')];
  expect(findingsBeyond(allowance, [...old, more, other])).toEqual([old[0], more, other]);
});

it('lets uses move to another file, but not grow in number', () => {
  const moved = old.map((use) => ({ ...use, file: 'c.ts' }));
  expect(grownTerms(allowance, moved)).toEqual([]);
  expect(grownTerms(allowance, [...moved, finding('d.ts', 'deaf')])).toEqual(['deaf']);
});
