import type { Catalogue } from '../en/catalogue.ts';

export const palette: Catalogue['palette'] = {
  title: 'Suche und Befehle',
  placeholder: 'Zeichenflächen, Aufträge und Befehle suchen',
  results: 'Ergebnisse',
  empty: 'Nichts gefunden für „{{text}}“',
  canvases: 'Zeichenflächen',
  recentCanvases: 'Zuletzt geändert',
  jobs: 'Aufträge',
  shortcuts: 'Tastenkürzel',
  groups: { actions: 'Aktionen', pages: 'Gehe zu' },
  commands: {
    create: 'Neue Zeichenfläche',
    search: 'Suche und Befehle',
    shortcuts: 'Tastenkürzel anzeigen',
    toDark: 'Zum dunklen Farbschema wechseln',
    toLight: 'Zum hellen Farbschema wechseln',
    language: 'Sprache zu {{name}} wechseln',
  },
};
