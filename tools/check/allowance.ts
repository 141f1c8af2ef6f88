import type { Finding } from './findRuledOutTerms.ts';

/** Uses that are still allowed: how many of each term, by file. */
export type Allowance = Record<string, Record<string, number>>;

/** Counts findings by file and term, both sorted. */
export function countFindings(findings: readonly Finding[]): Allowance {
  const counts: Allowance = {};
  for (const { file, term } of findings.toSorted(
    (a, b) => compare(a.file, b.file) || compare(a.term, b.term),
  )) {
    const ofFile = counts[file] ?? {};
    counts[file] = { ...ofFile, [term]: (ofFile[term] ?? 0) + 1 };
  }
  return counts;
}

/** Findings of those terms of which a file has more than it is allowed. */
export function findingsBeyond(allowance: Allowance, findings: readonly Finding[]): Finding[] {
  const counts = countFindings(findings);
  return findings.filter(({ file, term }) => (counts[file]?.[term] ?? 0) > (allowance[file]?.[term] ?? 0));
}

/** Terms of which there are more in all than the allowance has: an allowance may move between files, not grow. */
export function grownTerms(allowance: Allowance, findings: readonly Finding[]): string[] {
  const [allowed, found] = [totals(allowance), totals(countFindings(findings))];
  return [...found].filter(([term, count]) => count > (allowed.get(term) ?? 0)).map(([term]) => term);
}

function totals(counts: Allowance): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [term, count] of Object.values(counts).flatMap((ofFile) => Object.entries(ofFile))) {
    sums.set(term, (sums.get(term) ?? 0) + count);
  }
  return sums;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
