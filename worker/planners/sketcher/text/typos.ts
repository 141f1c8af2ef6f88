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
