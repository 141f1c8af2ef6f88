import type { Catalogue } from '../en/catalogue.ts';

export const connection: Catalogue['connection'] = {
  unreachable: 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.',
  reference: '(Kennung {{requestId}})',
  failed: {
    INTERNAL_SERVER_ERROR: 'Auf dem Server ist ein Fehler aufgetreten.',
    SERVICE_UNAVAILABLE: 'Der Server hat eine Störung. Bitte in Kürze erneut versuchen.',
    RATE_LIMITED: 'Zu viele Anfragen in kurzer Zeit. Bitte einen Moment warten und erneut versuchen.',
    UNAUTHENTICATED: 'Die Anmeldung ist abgelaufen. Bitte anmelden und erneut versuchen.',
    FORBIDDEN: 'Das ist dem Betrieb vorbehalten.',
  },
  refused: {
    quota:
      '{{active, number}} Aufträge sind noch nicht fertig, mehr als {{limit, number}} sind nicht möglich. Bitte warten, bis einer fertig ist, oder einen abbrechen.',
    notFound: 'Das gibt es nicht mehr, oder der Zugriff darauf fehlt.',
    sentBefore: 'Das wurde schon einmal mit anderem Inhalt gesendet. Bitte ändern und noch einmal senden.',
    other: 'Der Server hat das abgelehnt: „{{message}}“',
  },
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
