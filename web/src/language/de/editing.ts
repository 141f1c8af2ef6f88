import type { Catalogue } from '../en/catalogue.ts';

export const editing: Catalogue['editing'] = {
  lockedObjects: 'Gesperrte Objekte',
  unlock: 'Entsperren: {{name}}',
  jobMarks: 'Änderungen durch den laufenden Auftrag',
  isBeingChanged: '{{name}}: wird geändert',
  isBeingDeleted: '{{name}}: wird gelöscht',
  outline: {
    label: 'Objekte auf der Zeichenfläche',
    section: 'Bereich: {{name}}',
    labelled: '{{joined}}: {{label}}',
    leadsTo: '{{from}} führt zu {{to}}',
    bothWays: '{{from}} und {{to}} führen zueinander',
    isConnectedTo: '{{from}} ist mit {{to}} verbunden',
    anObject: 'ein Objekt',
    toBeDeleted: '(wird gelöscht)',
  },
};
