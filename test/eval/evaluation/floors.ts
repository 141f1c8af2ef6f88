import type { CategoryVerdict, Verdict } from './verdict.ts';

/**
 * What has been reached, in per cent of the expectations that a case of a category meets, rounded down. Raise a figure
 * with every improvement; less is a regression.
 */
const fidelity: Readonly<Record<string, number>> = {
  ...{ arrows: 62.5, conditions: 61.3, lists: 76.2, boards: 69.4, hierarchies: 64.6, time: 83.9 },
  ...{ shapes: 20.3, typed: 70.6, systems: 47.5, languages: 71.0, prose: 83.9, mermaid: 94.4 },
  ...{ 'DOT, PlantUML': 87.6, data: 75.0, general: 77.7, limits: 25.3 },
  ...{ 'change: add': 61.2, 'change: remove': 75.5, 'change: edit': 66.3, 'change: refused': 88.3 },
  ...{ 'plan: flows': 98.4, 'plan: networks': 99.5, 'plan: boards': 100, 'plan: large': 92.3 },
  ...{ 'plan: sloppy': 100, 'plan: kept outputs': 99.8 },
};

/** Faults that the canvases of a group have at most. Lower a figure with every improvement. */
const faults = {
  instructions: { onEachOther: 41, crossings: 10, throughFrames: 2, againstDirection: 167, unreadable: 2 },
  changes: { onEachOther: 1, crossings: 4, throughFrames: 3, againstDirection: 36, unreadable: 0 },
  plans: { onEachOther: 353, crossings: 740, throughFrames: 7, againstDirection: 46, unreadable: 27 },
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
