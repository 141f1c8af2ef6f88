/**
 * Number of letters to change, add, leave out or swap with their neighbour that turn one word into the other
 * (optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (const [i, letter] of a.entries()) {
    const [above = [], before] = [rows[i], rows[i - 1]];
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      const best = Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      const swapped = before !== undefined && letter === b[j - 1] && a[i - 1] === other;
      row.push(swapped ? Math.min(best, (before[j - 1] ?? 0) + 1) : best);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** Likeness of two texts by their letters: 1 for the same, 0 when a third of them or more is wrong. */
export function spellingLikeness(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  // Long texts are not told apart by letters, and would take long.
  if (longest === 0 || longest > 80 || Math.abs(left.length - right.length) * 3 >= longest) return 0;
  const distance = editDistance(left, right);
  return distance * 3 >= longest ? 0 : 1 - distance / longest;
}
