import type { Catalogue } from '../en/catalogue.ts';

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  planner: 'Zeichenflächen werden geplant von',
  tour: 'Rundgang durch die Startseite',
  language: 'Sprache',
  theme: 'Farbschema',
  themes: { light: 'Hell', dark: 'Dunkel' },
};
