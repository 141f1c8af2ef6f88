import type { Catalogue } from '../en/catalogue.ts';

export const notifications: Catalogue['notifications'] = {
  region: 'Benachrichtigungen',
  dismiss: 'Schließen',
  open: 'Öffnen',
  undo: 'Rückgängig machen',
  redo: 'Wiederherstellen',
  retry: 'Erneut versuchen',
  completed: {
    CREATE_CANVAS: 'Zeichenfläche gezeichnet, {{objects}}',
    MODIFY_CANVAS: 'Zeichenfläche geändert: {{instruction}}',
    TIDY_CANVAS: 'Zeichenfläche aufgeräumt',
  },
  failed: 'Fehlgeschlagen: {{reason}}',
  cancelled: 'Abgebrochen',
  undone: 'Änderung rückgängig gemacht',
  redone: 'Änderung wiederhergestellt',
  conflicts_one: '{{done}}, außer {{count, number}} Objekt, das seitdem geändert wurde.',
  conflicts_other: '{{done}}, außer {{count, number}} Objekten, die seitdem geändert wurden.',
  retried: 'Der Auftrag ist wieder in der Warteschlange.',
  more_one: '{{count, number}} weiterer Auftrag ist beendet',
  more_other: '{{count, number}} weitere Aufträge sind beendet',
  moreFailed: '{{more}}, davon {{count, number}} fehlgeschlagen',
  showJobs: 'Aufträge anzeigen',
  list: {
    title: 'Benachrichtigungen',
    unread_one: 'Benachrichtigungen, {{count, number}} ungelesen',
    unread_other: 'Benachrichtigungen, {{count, number}} ungelesen',
    new: 'Neu:',
    markAllRead: 'Alle als gelesen markieren',
    empty: 'Hier erscheinen beendete Aufträge.',
  },
  offer: 'Dieser Auftrag dauert länger. Am Ende kann eine Benachrichtigung erscheinen.',
  enable: 'Benachrichtigen',
  settings: {
    title: 'Benachrichtigungen',
    browser: 'Benachrichtigungen des Browsers',
    browserNote: 'Erscheinen, wenn ein Auftrag endet, während kein Tab von CollabCanvas sichtbar ist.',
    denied:
      'Der Browser blockiert Benachrichtigungen dieser Seite. In den Einstellungen der Website, neben der Adresse, erlauben und diese Seite neu laden.',
    unsupported:
      'Dieser Browser zeigt keine Benachrichtigungen dieser Seite. Nötig ist eine sichere Adresse (https).',
    unavailable: 'Dieser Browser zeigt nur Benachrichtigungen installierter Apps.',
    sound: 'Ton am Ende eines Auftrags',
  },
};
