/** Names that boards have for the same state. */
const STATES: readonly (readonly string[])[] = [
  [
    'to do',
    'todo',
    'backlog',
    'open',
    'not started',
    'zu erledigen',
    'offen',
    'à faire',
    'por hacer',
    'pendiente',
  ],
  [
    ...[
      'doing',
      'in progress',
      'progress',
      'wip',
      'work in progress',
      'ongoing',
      'started',
      'under way',
      'in work',
      'working',
      'working on',
      'active',
    ],
    ...['in arbeit', 'en cours', 'en curso', 'en progreso'],
  ],
  ['review', 'in review', 'to review', 'reviewing'],
  ['blocked', 'on hold', 'waiting', 'stuck', 'blockiert'],
  ['done', 'finished', 'completed', 'complete', 'closed', 'erledigt', 'fertig', 'terminé', 'fait', 'hecho'],
];

/** Number of the state that a name is for, or null. */
export function stateOf(name: string): number | null {
  const plain = name
    .toLowerCase()
    .replace(/[-_]+/g, ' ')
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  const at = STATES.findIndex((names) => names.includes(plain));
  return at < 0 ? null : at;
}
