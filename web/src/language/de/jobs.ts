import type { Catalogue } from '../en/catalogue.ts';

export const jobs: Catalogue['jobs'] = {
  status: {
    QUEUED: 'Wartet',
    PROCESSING: 'Läuft',
    CANCELLING: 'Wird abgebrochen',
    COMPLETED: 'Fertig',
    FAILED: 'Fehlgeschlagen',
    CANCELLED: 'Abgebrochen',
  },
  phase: {
    PLANNING: 'Planen',
    GENERATING: 'Erzeugen',
    LAYING_OUT: 'Anordnen',
    SAVING: 'Speichern',
  },
  queuePosition_ordinal_one: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_two: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_few: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_other: 'Platz {{count, number}} in der Warteschlange',
  objects_one: '{{count, number}} Objekt',
  objects_other: '{{count, number}} Objekte',
  preview: {
    added: '{{count, number}} neu',
    changed: '{{count, number}} geändert',
    deleted: '{{count, number}} zu löschen',
  },
};
