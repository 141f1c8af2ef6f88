import type { Catalogue } from '../en/catalogue.ts';

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  language: 'Sprache',
  theme: 'Farbschema',
  themes: { light: 'Hell', dark: 'Dunkel' },
};
