import type { Catalogue } from '../en/catalogue.ts';

export const app: Catalogue['app'] = {
  nav: { label: 'Hauptnavigation', canvases: 'Zeichenflächen', jobs: 'Aufträge', ops: 'Betrieb' },
  loading: 'Wird geladen …',
  pageFailed: {
    title: 'Diese Seite kann nicht angezeigt werden',
    advice:
      'Sie konnte nicht geladen werden, vielleicht wegen einer Aktualisierung. Mit „Neu laden“ geht es weiter. Die Arbeit ist gespeichert.',
    reload: 'Neu laden',
  },
};
