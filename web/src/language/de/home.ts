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
  sketcher: {
    title: 'Feste Regeln zeichnen. So wird ein KI-Modell verbunden:',
    key: 'OPENAI_API_KEY setzen, um OpenAI zu verwenden,',
    server: 'oder OPENAI_BASE_URL und OPENAI_MODEL für einen kompatiblen Server, zum Beispiel Ollama.',
    restart: 'CollabCanvas neu starten. Alle Einstellungen stehen in docs/deployment.md.',
    dismiss: 'Ausblenden',
  },
};
