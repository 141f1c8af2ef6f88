import type { Changes } from '../case.ts';
import { board, checkout, company, history, ideas, lanes, publishing, swot, travel } from './bases.ts';

/** Additions with the connectors that they are to have, and no others. */
export const connecting: Changes = {
  'add and connect: to the first step': [
    publishing,
    'Add a box "Note 7" and connect it to the first',
    { edges: 'Note 7 -> Idea', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: to the top of a tree': [
    company,
    'Add a box "Note 7" and connect it to the first',
    { edges: 'CEO -- Note 7', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: below somebody': [
    company,
    'add "Legal" and link it to the CFO',
    { edges: 'CFO -- Legal', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: to somebody, from them': [
    company,
    'Add Coach and draw a line from App team to it',
    { edges: 'App team -- Coach', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: next to the same one': [
    company,
    'add "Auditor" next to CFO and link it to the CFO',
    { edges: 'CFO -- Auditor', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: two at once': [
    company,
    'Add two boxes "Data" and "Design" and connect both to CTO',
    { edges: 'CTO -- Data; CTO -- Design', count: { connector: 8 }, shifts: true },
  ],
  'add and connect: above the top': [
    company,
    'add a box "Board" above the CEO',
    { edges: 'Board -- CEO', noEdges: 'CEO -> Board', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: the last step to it': [
    publishing,
    'add a box Archive and connect the last step to it',
    { edges: 'Publish -> Archive', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: from a step': [
    publishing,
    'Add "Notify" and connect it from Review',
    { edges: 'Review -> Notify', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: in two sentences': [
    publishing,
    'add a new box Glossary. Connect it to Review.',
    { edges: 'Glossary -> Review', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: between two, to both': [
    publishing,
    'Insert "Translate" between Draft and Review and link it to both',
    {
      edges: 'Draft -> Translate -> Review',
      noEdges: 'Draft -> Review',
      count: { connector: 5 },
      shifts: true,
    },
  ],
  'add and connect: after the same one': [
    publishing,
    'put a box "Fact check" under Review and link them',
    { edges: 'Review -> Fact check', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: before the same one': [
    publishing,
    'Add "Research" before Draft and connect it to Draft',
    { edges: 'Idea -> Draft; Research -> Draft', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: with each other': [
    publishing,
    'add A1 and A2 and connect them',
    { edges: 'A1 -> A2', count: { connector: 5, shape: 7 }, shifts: true },
  ],
  'add and connect: each by its name': [
    publishing,
    'Add box A1 and box A2 and connect A1 to A2',
    { edges: 'A1 -> A2', count: { connector: 5, shape: 7 }, shifts: true },
  ],
  'add and connect: a new box as the end': [
    publishing,
    'connect Review to a new box "Rejected"',
    { edges: 'Review -> Rejected', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: with an arrow to': [
    publishing,
    'Add a box "Metrics" with an arrow to Draft',
    { edges: 'Metrics -> Draft', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: with an arrow from': [
    publishing,
    'Add a box "Metrics" with an arrow from Publish',
    { edges: 'Publish -> Metrics', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: pointing to': [
    publishing,
    'Add "Style guide" pointing to Review',
    { edges: 'Style guide -> Review', count: { connector: 5 }, shifts: true },
  ],
  'add and connect: connected to several': [
    checkout,
    'add "Log" connected to Confirmation and Error page',
    { edges: 'Confirmation -> Log; Error page -> Log', count: { connector: 8 }, shifts: true },
  ],
  'add and connect: then it is the new one': [
    publishing,
    'Add "Feedback", connect it to Draft and make it green',
    { edges: 'Feedback -> Draft', colors: { green: 'Feedback' }, count: { connector: 5 }, shifts: true },
  ],
  'add and connect: a way out with a label': [
    checkout,
    'add "Call us" and connect Paid? to it with the label "unclear"',
    { edges: 'Paid? -> Call us: unclear', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: branch of a mind map': [
    travel,
    'Add "Museums" next to Food and link it to the centre',
    { edges: 'Trip -- Museums', count: { connector: 7 }, shifts: true },
  ],
  'add and connect: to a date': [
    history,
    'Add "Patent" and connect it to 2020',
    { edges: 'Patent -> ~Prototype', count: { connector: 1 }, shifts: true },
  ],
  'add and connect: a card': [
    board,
    'Add "Fix footer" and connect it to Design homepage',
    {
      inside: { Doing: 'Fix footer' },
      edges: 'Fix footer -> Design homepage',
      count: { connector: 1 },
      shifts: true,
    },
  ],
  'add and connect: a card to another column': [
    board,
    'add a card "Logo" in Doing and connect it to Pick a name',
    { inside: { Doing: 'Logo' }, edges: 'Logo -> Pick a name', count: { connector: 1 }, shifts: true },
  ],
  'add and connect: across quadrants': [
    swot,
    'Add "Web shop" to opportunities and connect it to "No online shop"',
    {
      inside: { Opportunities: 'Web shop' },
      edges: 'Web shop -> No online shop',
      count: { connector: 1 },
      shifts: true,
    },
  ],
  'add and connect: in a lane': [
    lanes,
    'Add "Archive" and connect Send offer to it',
    { inside: { Sales: 'Archive' }, edges: 'Send offer -> Archive', count: { connector: 4 }, shifts: true },
  ],
  'add and connect: notes': [
    ideas,
    'Add "Chat bot" and connect it to Wishlist',
    { edges: 'Chat bot -> Wishlist', count: { connector: 1 } },
  ],
};
