import type { Catalogue } from '../en/catalogue.ts';

export const canvas: Catalogue['canvas'] = {
  panel: 'Zeichenfläche',
  sheet: 'Aufträge und Werkzeuge',
  version: 'Version {{number, number}}',
  versions: 'Versionen',
  change: 'Diese Zeichenfläche ändern',
  changePlaceholder: 'Diese Zeichenfläche ändern …',
  deleted: 'Gelöscht. Zum Ändern diese Zeichenfläche wiederherstellen.',
  rename: 'Umbenennen',
  more: 'Mehr',
  empty: 'Diese Zeichenfläche ist leer',
  drawingExpected: 'Die Zeichnung erscheint hier',
  notFound: 'Zeichenfläche nicht gefunden',
  notFoundWhy: 'Sie wurde vielleicht gelöscht, oder der Zugriff fehlt.',
  goHome: 'Zur Startseite',
};
