import type { CategoryVerdict, Verdict } from './verdict.ts';

/**
 * What has been reached, in per cent of the expectations that a case of a category meets, rounded down. Raise a figure
 * with every improvement; less is a regression.
 */
const fidelity: Readonly<Record<string, number>> = {
  ...{ arrows: 100, conditions: 100, lists: 100, boards: 99.6, hierarchies: 100, time: 100 },
  ...{ shapes: 100, typed: 95.1, systems: 100, languages: 100, prose: 98.4, mermaid: 100 },
  ...{ 'DOT, PlantUML': 100, data: 100, general: 98, limits: 100 },
  ...{ 'change: add': 100, 'change: remove': 100, 'change: edit': 100, 'change: refused': 100 },
  ...{ 'plan: flows': 100, 'plan: networks': 99.8, 'plan: boards': 100, 'plan: large': 100 },
  ...{ 'plan: sloppy': 100, 'plan: kept outputs': 100 },
};

/** Faults that the canvases of a group have at most. Lower a figure with every improvement. */
const faults = {
  instructions: { onEachOther: 5, crossings: 1, throughFrames: 1, againstDirection: 57, unreadable: 2 },
  changes: { onEachOther: 0, crossings: 1, throughFrames: 2, againstDirection: 0, unreadable: 0 },
  plans: { onEachOther: 6, crossings: 402, throughFrames: 5, againstDirection: 62, unreadable: 26 },
} as const;

/** Changes that put something on the canvas although they must not. */
const junk = 0;

/** Categories that meet less of their expectations than before, in words. */
export function categoriesBelowFloor(categories: readonly CategoryVerdict[]): string[] {
  return categories.flatMap(({ category, fidelity: now }) => {
    const floor = fidelity[category];
    if (floor === undefined) return [`${category} has no floor`];
    return 100 * now >= floor ? [] : [`${category}: ${(100 * now).toFixed(1)} % instead of ${floor} %`];
  });
}

/** Faults that a group of canvases has more often than before, in words. */
export function moreFaultsThanBefore(group: keyof typeof faults, verdict: Verdict): string[] {
  const { trunks, ...counts } = verdict.geometry;
  const now = { ...counts, onEachOther: counts.onEachOther - trunks };
  const more = Object.entries(faults[group]).flatMap(([fault, most]) => {
    const count = now[fault as keyof typeof now];
    return count <= most ? [] : [`${fault}: ${count} instead of ${most}`];
  });
  return verdict.junk <= junk ? more : [...more, `junk: ${verdict.junk} instead of ${junk}`];
}
