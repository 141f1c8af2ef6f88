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
  budget: {
    tokens_one: '{{count, number}} Token',
    tokens_other: '{{count, number}} Tokens',
    usedUp: {
      USER: 'Das eigene Budget für diesen Monat ist aufgebraucht: {{used}} von {{limit}}. Das nächste beginnt am {{time}}.',
      INSTALLATION:
        'Das gemeinsame Budget für diesen Monat ist aufgebraucht: {{used}} von {{limit}}. Das nächste beginnt am {{time}}.',
    },
    nearlyUsedUp: {
      USER: '{{share}} des eigenen Budgets für diesen Monat sind verbraucht: {{used}} von {{limit}}. Das nächste beginnt am {{time}}.',
      INSTALLATION:
        'Alle zusammen haben {{share}} des Budgets für diesen Monat verbraucht: {{used}} von {{limit}}. Das nächste beginnt am {{time}}.',
    },
  },
  refused: {
    quota:
      '{{active, number}} Aufträge sind noch nicht fertig, mehr als {{limit, number}} sind nicht möglich. Bitte warten, bis einer fertig ist, oder einen abbrechen.',
    notAccepted: 'Im Moment werden keine neuen Aufträge angenommen.',
    notAcceptedBecause: 'Im Moment werden keine neuen Aufträge angenommen: „{{reason}}“.',
    acceptedFrom: 'Ab {{time}} geht es wieder.',
    tryLater: 'Bitte später erneut versuchen.',
    notFound: 'Das gibt es nicht mehr, oder der Zugriff darauf fehlt.',
    sentBefore: 'Das wurde schon einmal mit anderem Inhalt gesendet. Bitte ändern und noch einmal senden.',
    inTrash: 'Die Zeichenfläche liegt im Papierkorb. Bitte zuerst wiederherstellen.',
    jobState: {
      QUEUED: 'Das geht nicht, solange der Auftrag wartet.',
      PROCESSING: 'Das geht nicht, der Auftrag läuft schon.',
      CANCELLING: 'Das geht nicht, der Auftrag wird gerade abgebrochen.',
      COMPLETED: 'Das geht nicht mehr, der Auftrag ist schon fertig.',
      FAILED:
        'Das geht nicht: Der Auftrag ist schon fehlgeschlagen, oder seine Zeichenfläche liegt im Papierkorb.',
    },
    field: {
      EMPTY: 'Der Text ist leer.',
      TOO_LONG: 'Der Text ist zu lang.',
      TOO_MANY: 'Das ist zu viel auf einmal.',
      CONTROL_CHARACTER: 'Der Text enthält ein Steuerzeichen, das nicht erlaubt ist.',
      MALFORMED_TEXT: 'Der Text enthält ein ungültiges Zeichen.',
      NOT_FOUND: 'Ein Objekt oder eine Version gibt es nicht mehr.',
    },
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
