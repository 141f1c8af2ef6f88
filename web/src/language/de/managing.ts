import type { Catalogue } from '../en/catalogue.ts';

export const managing: Catalogue['managing'] = {
  title: 'Titel',
  rename: 'Umbenennen',
  duplicate: 'Duplizieren',
  delete: 'Löschen',
  restore: 'Wiederherstellen',
  undo: 'Rückgängig',
  created: '„{{title}}“ angelegt',
  removed: '„{{title}}“ gelöscht',
  restored: '„{{title}}“ wiederhergestellt',
  failed: 'Das ist fehlgeschlagen. Noch einmal versuchen.',
  deleted: 'Gelöscht',
  deletedNote: 'Diese Zeichenfläche ist gelöscht.',
  deletedUntil: 'Diese Zeichenfläche ist gelöscht. Bis {{day}} kann sie wiederhergestellt werden.',
  deletedCount_one: '{{count, number}} gelöschte Zeichenfläche',
  deletedCount_other: '{{count, number}} gelöschte Zeichenflächen',
  deletedOn: 'Endgültig gelöscht am {{day}}',
};
