import type { Catalogue } from '../en/catalogue.ts';

export const ui: Catalogue['ui'] = {
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',
  pager: { label: 'Seiten', newer: 'Neuere', older: 'Ältere' },
};
