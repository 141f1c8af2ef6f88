/** Kinds of diagrams of things and their relations. `system`: parts of any kind, such as an architecture. */
export type RelationKind = 'sequence' | 'state' | 'class' | 'entity' | 'system';

const kinds: readonly [kind: RelationKind, name: RegExp][] = [
  ['sequence', /\bsequence(?: diagrams?)?\b|\bSequenzdiagramm\b|\binteraction diagram\b/i],
  [
    'state',
    /\bstate (?:machines?|diagrams?|chart)\b|\bstates?(?=\s*(?::|$))|\b\w+ states\b|\bZustandsdiagramm\b|\btransitions\b|^states? of\b/i,
  ],
  ['class', /\bclass (?:diagrams?|models?|hierarchy)\b|\bclasses(?=\s*(?::|$))|\bKlassendiagramm\b/i],
  [
    'entity',
    /\b(?:er|erd|entity[- ]relationship)[ -]?(?:diagrams?|models?)\b|\bERD?(?=\s*(?::|$))|\bERD\b|^databases?(?= (?:for|of)\b|$)|\b(?:data ?base|db|data|domain) ?(?:schema|model|diagram|structure|design)\b|\bschema\b|\bentities\b|\bDatenmodell\b/i,
  ],
  [
    'system',
    /\barchitecture\b|\bmicro-?services\b|\bcomponents?(?: diagram)?(?=\s*(?::|$))|\bnetwork(?: (?:diagram|map|plan|topology))?\b|\btopology\b|\b(?:W?LAN|VPN|VPC)\b|^[^:,\n]{0,60}\b(?:system|set-?up)\s*$|\binfrastructure\b|\b(?:tech |software )?stack\b|\bdata ?flow\b|\bdependenc(?:y|ies)(?: (?:graph|diagram|map))?\b|\bfood (?:chain|web)\b|\becosystem\b|\bintegrations?\b|\brelation(?:ship)?s?\b|\bhow\b.{0,40}\b(?:connect|interact|talk|work together|relate)(?:ed|s)?\b|\b(?:cloud|deployment|system|context) (?:diagram|map|overview|design)\b|\b(?:aws|azure|gcp) (?:set-?up|diagram)\b|\bArchitektur\b|\bNetzwerk\b|\bAbhängigkeiten\b/i,
  ],
];

/** The kind that words name, or null. */
export function relationKindOf(words: string): RelationKind | null {
  return kinds.find(([, name]) => name.test(words))?.[0] ?? null;
}

/** Where the name of a kind ends in a text, or null if there is none. */
export function relationKindEnd(text: string): number | null {
  const ends = kinds.flatMap(([, name]) => {
    const found = name.exec(text);
    return found === null ? [] : [found.index + found[0].length];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}
