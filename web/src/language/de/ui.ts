import type { Catalogue } from '../en/catalogue.ts';

export const ui: Catalogue['ui'] = {
  close: 'Schließen',
};
