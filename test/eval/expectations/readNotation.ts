import type { Edges, List, Pattern } from './expected.ts';

/** The patterns of a list. */
export function patternsOf(list: List | undefined): readonly Pattern[] {
  if (list === undefined) return [];
  return typeof list === 'string'
    ? list
        .split(';')
        .map((each) => each.trim())
        .filter(Boolean)
    : list;
}

/** A connector that is looked for; an end that is '' may be anything. */
export type ExpectedEdge = { from: Pattern; to: Pattern; label: Pattern | null; isDirected: boolean };

/** The connectors of the notation of `Edges`. */
export function edgesOf(edges: Edges | undefined): readonly ExpectedEdge[] {
  if (edges === undefined) return [];
  if (typeof edges === 'string') return edges.split(';').flatMap((chain) => readChain(chain.trim()));
  return edges.map(([from, to, label]) => ({ from, to, label: label ?? null, isDirected: true }));
}

function readChain(chain: string): ExpectedEdge[] {
  const [, path = '', label] = /^(.*?)(?:: (.*))?$/s.exec(chain) ?? [];
  const parts = ` ${path} `.split(/ (--|->) /).map((part) => part.trim());
  const edges: ExpectedEdge[] = [];
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const [from = '', arrow, to = ''] = parts.slice(at, at + 3);
    const isLast = at + 3 === parts.length;
    edges.push({ from, to, label: isLast ? (label ?? null) : null, isDirected: arrow === '->' });
  }
  return edges;
}
