/** Texts of the drawing and its tools. */
export const editing = {
  lockedObjects: 'Locked objects',
  unlock: 'Unlock {{name}}',
  jobMarks: 'Changes by the running job',
  isBeingChanged: '{{name}}: being changed',
  isBeingDeleted: '{{name}}: to be deleted',
  outline: {
    label: 'Objects on the canvas',
    section: 'Section: {{name}}',
    labelled: '{{joined}}: {{label}}',
    leadsTo: '{{from}} leads to {{to}}',
    bothWays: '{{from}} and {{to}} lead to each other',
    isConnectedTo: '{{from}} is connected to {{to}}',
    anObject: 'an object',
    toBeDeleted: '(to be deleted)',
  },
  walk: {
    drawing: 'Drawing',
    keys: 'Press an arrow key to select an object, Tab for the next one, and Escape to leave them. Arrow keys move it, Enter edits its text, Delete deletes it, Alt+F10 goes to its tools.',
    selected: '{{name}}, {{position, number}} of {{count, number}}',
    nothingSelected: 'Nothing selected',
    noText: 'no text',
  },
};
