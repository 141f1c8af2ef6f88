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
  stageFailed: {
    title: 'Die Zeichnung kann nicht angezeigt werden',
    advice: 'Die Arbeit ist gesichert. Noch einmal versuchen oder die Seite neu laden.',
  },
  notFound: 'Zeichenfläche nicht gefunden',
  notFoundWhy: 'Sie wurde vielleicht gelöscht, oder der Zugriff fehlt.',
  goHome: 'Zur Startseite',
};
