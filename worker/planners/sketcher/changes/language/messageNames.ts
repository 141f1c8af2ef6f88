const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** "The message in stock", where a connector is labelled so, as other connectors are named: "the arrow labelled "in stock"". */
export function withMessagesAsArrows(text: string, labels: readonly string[]): string {
  if (labels.length === 0) return text;
  const longestFirst = labels.toSorted((a, b) => b.length - a.length).map(escaped);
  const named = new RegExp(
    `\\b(?:the|die|der)\\s+(?:messages?|nachricht)\\s+(?:(?:labell?ed|called|saying)\\s+)?["“„']?(${longestFirst.join('|')})(?![\\p{L}\\p{N}])["”“']?`,
    'giu',
  );
  return text.replace(named, (_, label: string) => `the arrow labelled "${label}"`);
}
