import type { Catalogue } from '../en/catalogue.ts';

export const home: Catalogue['home'] = {
  question: 'Was soll gezeichnet werden?',
  describe: 'Zeichenfläche beschreiben',
  placeholder: 'Einen Ablauf, ein Board, eine Mindmap, einen Plan beschreiben …',
  canvases: 'Zeichenflächen',
  recentJobs: 'Letzte Aufträge',
  allJobs_one: '{{count, number}} anzeigen',
  allJobs_other: 'Alle {{count, number}} anzeigen',
};
