/** Texts of the fields for instructions, and of the generation dialog. */
export const composer = {
  instruction: 'Instruction',
  placeholderNew: 'Describe a flow, a board, a mind map, a plan…',
  placeholderChange: 'Describe the change…',
  create: 'Create',
  change: 'Change',
  newLineKeys: 'Shift + Enter for a new line',
  sendKeys: '{{key}} + Enter to send',
  tooLong: 'too long',
  restoreText: 'Restore your text',
  onlySelection: 'Change the selection only ({{count, number}})',
  onlySelectionEffect: 'Leave all other objects unchanged',
  notCreated: 'The job was not created. Try again.',
  dialog: {
    title: 'Create a canvas',
    titleOnCanvas: 'Create or change a canvas',
    createAnother: 'Stay here to send another',
    sent: 'Created jobs',
    queued: 'Your canvas is queued.',
    changeQueued: 'The change is queued.',
    open: 'Open',
    edit: 'Edit and send again',
    notSent: 'The changed instruction was not sent.',
    textIsKept: 'A text that you have written stays for later.',
  },
  target: {
    label: 'What to change',
    new: 'New canvas',
    canvas: 'Change this canvas',
    add: 'Add to this canvas',
    named: 'Change “{{title}}”',
    addTo: 'Add to “{{title}}”',
    selection_one: 'Change the selected object',
    selection_other: 'Change the {{count, number}} selected objects',
  },
  priority: {
    label: 'Priority',
    HIGH: 'High',
    NORMAL: 'Normal',
    LOW: 'Low',
  },
  kind: {
    label: 'Kind',
    automatic: 'Automatic',
    FLOW: 'Flow',
    KANBAN: 'Kanban board',
    MINDMAP: 'Mind map',
    TREE: 'Org chart or tree',
    TIMELINE: 'Timeline',
    SEQUENCE: 'Sequence diagram',
    STATE: 'State diagram',
    CLASS: 'Classes or data model',
    SWOT: 'SWOT',
    GRID: 'Comparison or grid',
    RING: 'Cycle',
  },
  examples: {
    label: 'Examples',
    flow: {
      name: 'Onboarding flow',
      instruction:
        'Onboarding flow: sign up, verify email, choose plan, enter payment, invite team; if payment fails, retry',
    },
    kanban: {
      name: 'Launch kanban',
      instruction: `Kanban for a product launch
To do: pricing page, release notes, support guide
In progress: demo video, onboarding emails
Review: press kit
Done: name, logo`,
    },
    swot: {
      name: 'SWOT',
      instruction: `SWOT of usage-based pricing
Strengths: fair to small teams, grows with customers
Weaknesses: bills vary, hard to forecast
Opportunities: larger accounts, self-service
Threats: flat-rate competitors, budget freezes`,
    },
    mindMap: {
      name: 'Mind map',
      instruction: 'Mind map of a conference: venue, speakers, tickets, sponsors, programme',
    },
    timeline: {
      name: 'Timeline',
      instruction:
        'Timeline of a release: January research, February design, March build, April beta, May launch',
    },
    orgChart: {
      name: 'Org chart',
      instruction: `Org chart
Director
  Design
  Engineering
    Web
    Platform
    Data
  Operations`,
    },
  },
};
