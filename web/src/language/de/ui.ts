import type { Catalogue } from '../en/catalogue.ts';

export const ui: Catalogue['ui'] = {
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',
  loadsLater: 'Das wird geladen, sobald die Verbindung wieder da ist.',
  keys: { Mod: 'Strg', Shift: 'Umschalt', Enter: 'Eingabe', Delete: 'Entf', Escape: 'Esc' },
  pager: { label: 'Seiten', newer: 'Neuere', older: 'Ältere' },
};
