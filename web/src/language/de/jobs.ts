import type { Catalogue } from '../en/catalogue.ts';

export const jobs: Catalogue['jobs'] = {
  status: {
    QUEUED: 'Wartet',
    PROCESSING: 'Läuft',
    CANCELLING: 'Wird abgebrochen',
    COMPLETED: 'Fertig',
    FAILED: 'Fehlgeschlagen',
    CANCELLED: 'Abgebrochen',
  },
  phase: {
    PLANNING: 'Planen',
    readingFile: 'Datei lesen',
    GENERATING: 'Erzeugen',
    LAYING_OUT: 'Anordnen',
    SAVING: 'Speichern',
  },
  type: {
    CREATE_CANVAS: 'Neue Zeichenfläche',
    MODIFY_CANVAS: 'Änderung',
    TIDY_CANVAS: 'Aufräumen',
  },
  priority: {
    URGENT: 'Dringend',
    HIGH: 'Hoch',
    NORMAL: 'Normal',
    LOW: 'Niedrig',
  },
  planner: {
    openai: 'KI-Modell',
    sketcher: 'Eingebauter Zeichner',
  },
  progress: 'Fortschritt',
  phases: 'Phasen',
  retryingIn: 'Neuer Versuch in {{time}}',
  retryingNow: 'Neuer Versuch',
  active: 'aktiv',
  fromCache: '{{objects}}, aus dem Cache',
  result: '{{objects}} in {{duration}}',
  resultOfAttempt: '{{objects}} in {{duration}}, Versuch {{number, number}}',
  queue: {
    paused: 'Die Warteschlange ist angehalten. Wartende Aufträge starten, wenn sie fortgesetzt wird.',
    pausedWhy:
      'Die Warteschlange ist angehalten ({{reason}}). Wartende Aufträge starten, wenn sie fortgesetzt wird.',
    noWorker: 'Es läuft kein Worker. Wartende Aufträge starten, sobald einer verfügbar ist.',
    ownJobs: 'Wartet auf andere Aufträge derselben Person: Nur eine begrenzte Zahl läuft gleichzeitig.',
  },
  queuePosition_ordinal_one: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_two: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_few: 'Platz {{count, number}} in der Warteschlange',
  queuePosition_ordinal_other: 'Platz {{count, number}} in der Warteschlange',
  objects_one: '{{count, number}} Objekt',
  objects_other: '{{count, number}} Objekte',
  preview: {
    added: '{{count, number}} neu',
    changed: '{{count, number}} geändert',
    deleted: '{{count, number}} zu löschen',
  },
  error: {
    PROVIDER_UNREACHABLE: {
      reason: 'Die Verbindung zum KI-Dienst ist fehlgeschlagen.',
      advice: 'In ein paar Minuten erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    PROVIDER_CONNECT_TIMEOUT: {
      reason: 'Der KI-Dienst hat nicht rechtzeitig geantwortet.',
      advice: 'In ein paar Minuten erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    PROVIDER_FIRST_TOKEN_TIMEOUT: {
      reason: 'Der KI-Dienst hat seine Antwort nicht rechtzeitig begonnen.',
      advice: 'In ein paar Minuten erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    PROVIDER_SILENCE_TIMEOUT: {
      reason: 'Der KI-Dienst hat mitten in seiner Antwort aufgehört.',
      advice: 'In ein paar Minuten erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    PROVIDER_UNAVAILABLE: {
      reason: 'Der KI-Dienst hat eine Störung.',
      advice: 'In ein paar Minuten erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    PROVIDER_RATE_LIMITED: {
      reason: 'Der KI-Dienst ist überlastet.',
      advice: 'In ein paar Minuten erneut versuchen.',
    },
    PROVIDER_QUOTA_EXHAUSTED: {
      reason: 'Das Kontingent des KI-Kontos ist aufgebraucht.',
      advice: 'Die Administration bitten, das Kontingent zu erhöhen, dann erneut versuchen.',
    },
    PROVIDER_PAYMENT_REQUIRED: {
      reason: 'Das KI-Konto muss aufgeladen werden.',
      advice: 'Die Administration bitten, das Konto aufzuladen, dann erneut versuchen.',
    },
    PROVIDER_DENIED: {
      reason: 'Der KI-Dienst hat den API-Schlüssel abgelehnt.',
      advice: 'Die Administration bitten, den API-Schlüssel zu prüfen, dann erneut versuchen.',
    },
    PROVIDER_BAD_REQUEST: {
      reason: 'Der KI-Dienst hat die Anfrage abgelehnt.',
      advice:
        'Die Anweisung kürzen oder weniger Objekte auswählen. Bei erneutem Fehler die Administration bitten, den Namen des Modells zu prüfen.',
    },
    PROVIDER_REFUSED: {
      reason: 'Das KI-Modell hat die Anweisung abgelehnt.',
      advice: 'Die Anweisung ändern, dann erneut versuchen.',
    },
    PROVIDER_UNREADABLE: {
      reason: 'Die Antwort des KI-Dienstes ist nicht lesbar.',
      advice: 'Die Administration bitten, die Adresse des KI-Dienstes zu prüfen.',
    },
    CONTENT_FILTERED: {
      reason: 'Ein Inhaltsfilter des KI-Dienstes hat die Antwort gestoppt.',
      advice: 'Die Anweisung ändern, dann erneut versuchen.',
    },
    OUTPUT_TRUNCATED: {
      reason: 'Die Antwort des KI-Modells ist unvollständig.',
      advice: 'Erneut versuchen oder weniger Objekte verlangen.',
    },
    OUTPUT_TOO_LARGE: {
      reason: 'Die Antwort des KI-Modells ist zu lang.',
      advice: 'Weniger Objekte verlangen.',
    },
    OUTPUT_INVALID: {
      reason: 'Die Antwort des KI-Modells ist ungültig.',
      advice: 'Erneut versuchen oder die Anweisung anders formulieren.',
    },
    OUTPUT_EMPTY: {
      reason: 'Die Antwort des KI-Modells ist leer.',
      advice: 'Erneut versuchen oder die Anweisung anders formulieren.',
    },
    PLANNER_TIMEOUT: {
      reason: 'Die Anweisung konnte nicht rechtzeitig gelesen werden.',
      advice: 'Die Anweisung kürzen oder auf mehrere Aufträge verteilen.',
    },
    INSTRUCTION_NOT_UNDERSTOOD: {
      reason: 'Die Anweisung wurde nicht verstanden.',
      advice: 'Anders formulieren oder Objekte so nennen, wie sie auf der Zeichenfläche heißen.',
    },
    SOURCE_UNREADABLE: {
      reason: 'Die Datei ist nicht als Diagramm lesbar.',
      advice: 'Prüfen, ob sie Mermaid, CSV, Markdown oder ein anderes unterstütztes Format enthält.',
    },
    LAYOUT_TIMEOUT: {
      reason: 'Die Objekte konnten nicht rechtzeitig angeordnet werden.',
      advice: 'Weniger Objekte verlangen oder die Anweisung auf mehrere Aufträge verteilen.',
    },
    ATTEMPT_TIMEOUT: {
      reason: 'Der Versuch hat zu lange gedauert.',
      advice: 'Erneut versuchen oder weniger Objekte verlangen.',
    },
    INTERNAL_ERROR: {
      reason: 'Im System ist ein Fehler aufgetreten.',
      advice: 'Erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    WORKER_LOST: {
      reason: 'Die Worker dieses Auftrags wurden unerwartet beendet.',
      advice: 'Erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
    UNKNOWN: {
      reason: 'Der Auftrag ist fehlgeschlagen.',
      advice: 'Erneut versuchen. Bei erneutem Fehler hilft die Administration weiter.',
    },
  },
};
