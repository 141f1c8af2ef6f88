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
  walk: {
    drawing: 'Zeichnung',
    keys: 'Eine Pfeiltaste wählt ein Objekt aus, Tab das nächste, Escape hebt die Auswahl auf. Pfeiltasten verschieben es, Enter bearbeitet seinen Text, Entf löscht es, Alt+F10 führt zu seinen Werkzeugen.',
    selected: '{{name}}, {{position, number}} von {{count, number}}',
    nothingSelected: 'Nichts ausgewählt',
    noText: 'ohne Text',
  },
};
