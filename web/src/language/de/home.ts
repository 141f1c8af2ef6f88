import type { Catalogue } from '../en/catalogue.ts';

export const home: Catalogue['home'] = {
  question: 'Was soll gezeichnet werden?',
  describe: 'Zeichenfläche beschreiben',
  placeholder: 'Einen Ablauf, ein Board, eine Mindmap, einen Plan beschreiben …',
  canvases: 'Zeichenflächen',
  search: 'Zeichenflächen suchen',
  order: { label: 'Sortierung', updated: 'Zuletzt geändert', created: 'Neueste' },
  noneFound: { title: 'Keine Zeichenfläche hat „{{text}}“ im Titel', clear: 'Alle Zeichenflächen anzeigen' },
  actionsFor: 'Aktionen für {{title}}',
  empty: 'Leer',
  moreJobs: '{{count, number}} weitere',
  recentJobs: 'Letzte Aufträge',
  allJobs_one: '{{count, number}} anzeigen',
  allJobs_other: 'Alle {{count, number}} anzeigen',
  first: {
    title: 'Noch keine Zeichenflächen',
    advice:
      'Oben ein Diagramm beschreiben, um die erste Zeichenfläche anzulegen, oder mit einem Beispiel beginnen.',
  },
  tour: {
    label: 'Rundgang',
    start: 'Rundgang starten',
    position: '{{position, number}} von {{count, number}}',
    next: 'Weiter',
    back: 'Zurück',
    skip: 'Überspringen',
    end: 'Loszeichnen',
    describe: {
      title: 'Das Gewünschte beschreiben',
      text: 'Einen Satz schreiben oder eine Liste, Notizen oder Mermaid einfügen. Die Eingabetaste sendet, und die Zeichenfläche füllt sich.',
    },
    create: {
      title: 'Von jeder Seite aus anlegen',
      text: '„Neu“ oder die Taste N bietet mehr: Art des Diagramms, Priorität, Dateien, Änderungen einer offenen Zeichenfläche.',
    },
    search: {
      title: 'Alles finden',
      text: 'Zeichenflächen und Aufträge suchen oder einen Befehl ausführen. Die Taste ? zeigt alle Tastenkürzel.',
    },
    jobs: {
      title: 'Jederzeit zurückkommen',
      text: 'Aufträge laufen weiter, wenn die Seite geschlossen wird. Hier lassen sie sich verfolgen, abbrechen und wiederholen.',
    },
  },
  sketcher: {
    title: 'Feste Regeln zeichnen. So wird ein KI-Modell verbunden:',
    key: 'OPENAI_API_KEY setzen, um OpenAI zu verwenden,',
    server: 'oder OPENAI_BASE_URL und OPENAI_MODEL für einen kompatiblen Server, zum Beispiel Ollama.',
    restart: 'CollabCanvas neu starten. Alle Einstellungen stehen in docs/deployment.md.',
    dismiss: 'Ausblenden',
  },
};
