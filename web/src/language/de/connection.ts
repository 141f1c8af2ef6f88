import type { Catalogue } from '../en/catalogue.ts';

export const connection: Catalogue['connection'] = {
  unreachable: 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.',
  serverError: 'Auf dem Server ist ein Fehler aufgetreten',
  reference: '(Kennung {{requestId}})',
  liveRejected: 'Der Server hat die Live-Verbindung abgelehnt. Die Seite neu laden.',
  banner: {
    offline: 'Keine Netzverbindung. Änderungen bleiben erhalten und werden später gesendet.',
    signedOut: 'Die Anmeldung ist abgelaufen. Änderungen bleiben erhalten und werden danach gesendet.',
    restarting: 'Der Server startet neu…',
    reconnecting: 'Verbindung wird wiederhergestellt…',
    failing: 'Der Server hat eine Störung. Neuer Versuch…',
    connectedAgain: 'Wieder verbunden',
  },
  unavailable: {
    title: 'CollabCanvas ist nicht erreichbar',
    text: 'Der Server oder seine Datenbank antwortet nicht. Diese Seite versucht es weiter und öffnet sich, sobald es geht.',
    tryNow: 'Jetzt versuchen',
  },
};
