import type { Changes } from '../case.ts';
import { board, checkout, company, history, ideas, publishing, shop, swot, travel } from './bases.ts';

/** Changes of texts, colours, places, order and connections. */
export const editing: Changes = {
  'rename: step': [publishing, 'rename Review to Peer review', { renamed: { Review: 'Peer review' } }],
  'rename: is now called': [publishing, 'Publish is now called Go live', { renamed: { Publish: 'Go live' } }],
  'rename: column': [board, 'call the Doing column "In progress"', { renamed: { Doing: 'In progress' } }],
  'rename: with quotes': [
    board,
    "change 'Book hosting' to 'Book hosting at Hetzner'",
    { renamed: { 'Book hosting': 'Book hosting at Hetzner' } },
  ],
  'rename: typo fixed': [travel, 'it should say Sea food, not Seafood', { renamed: { Seafood: 'Sea food' } }],
  'rename: two': [
    company,
    'CTO -> VP Engineering and CFO -> VP Finance please, just rename them',
    { renamed: { CTO: 'VP Engineering', CFO: 'VP Finance' } },
  ],
  'rename: person': [company, 'replace COO by "COO (Maria)"', { renamed: { COO: 'COO (Maria)' } }],
  'recolour: one': [publishing, 'make Review red', { touched: 'Review', colors: { red: 'Review' } }],
  'recolour: and everything else': [
    publishing,
    'make Review orange and everything else grey',
    {
      touched: 'Idea; Draft; Review; Publish; Done',
      colors: { orange: 'Review', neutral: 'Idea; Draft; Publish; Done' },
    },
  ],
  'recolour: column': [
    board,
    'all cards in Done green',
    { touched: 'Pick a name; Buy domain', colors: { green: 'Pick a name; Buy domain' } },
  ],
  'recolour: kind': [
    checkout,
    'colour the decisions yellow',
    { touched: 'Paid?', colors: { yellow: 'Paid' } },
  ],
  'recolour: by colour': [
    ideas,
    'turn the yellow ones purple',
    { touched: 'Dark mode; Gift cards', colors: { purple: 'Dark mode; Gift cards' } },
  ],
  'recolour: german': [
    publishing,
    'mach Draft blau und Publish grün',
    { touched: 'Draft; Publish', colors: { blue: 'Draft', green: 'Publish' } },
  ],
  'move: card': [
    board,
    'move Design homepage to Done',
    { moved: { 'Design homepage': 'Done' }, shifts: true },
  ],
  'move: casual': [
    board,
    'write copy is in progress now',
    { moved: { 'Write copy': 'Doing' }, shifts: true },
  ],
  'move: done': [
    board,
    'mark Set up analytics as done',
    { moved: { 'Set up analytics': 'Done' }, shifts: true },
  ],
  'move: all of a column': [
    board,
    'everything in Doing is finished',
    { moved: { 'Design homepage': 'Done', 'Set up analytics': 'Done' }, shifts: true },
  ],
  'move: back': [board, 'put Buy domain back to To do', { moved: { 'Buy domain': 'To do' }, shifts: true }],
  'move: between quadrants': [
    swot,
    'Location is a weakness, not a strength',
    { moved: { Location: 'Weaknesses' }, shifts: true },
  ],
  'move: under another': [
    company,
    'Accounting should report to the COO',
    { edges: 'COO -- Accounting', noEdges: 'CFO -- Accounting', touched: 'Accounting', shifts: true },
  ],
  'swap: steps': [
    publishing,
    'swap Draft and Review',
    {
      inLine: 'Review; Draft; Publish',
      edges: 'Idea -> Review -> Draft -> Publish',
      touched: 'Draft; Review',
      shifts: true,
    },
  ],
  'swap: columns': [
    board,
    'swap the columns To do and Done',
    { inLine: 'Done; Doing; To do', order: 'Done; Doing; To do', shifts: true },
  ],
  'split: step': [
    publishing,
    'split Review into Internal review and Client review',
    {
      texts: 'Internal review; Client review',
      gone: 'Review',
      touched: 'Review',
      inLine: 'Internal review; Client review',
      edges: 'Draft -> Internal review -> Client review -> Publish',
      shifts: true,
    },
  ],
  'merge: steps': [
    publishing,
    'merge Draft and Review into "Write and review"',
    {
      texts: 'Write and review',
      gone: 'Draft; Review',
      touched: 'Draft; Review',
      edges: 'Idea -> Write and review -> Publish',
      shifts: true,
    },
  ],
  'merge: columns': [
    board,
    'merge Doing into To do',
    { moved: { 'Design homepage': 'To do', 'Set up analytics': 'To do' }, gone: 'Doing', shifts: true },
  ],
  'sort: column': [
    board,
    'sort To do alphabetically',
    {
      inLine: 'Book hosting; Choose photos; Write copy',
      order: 'Book hosting; Choose photos; Write copy',
      touched: 'Book hosting; Choose photos; Write copy',
    },
  ],
  'reverse: flow': [
    publishing,
    'reverse the direction of all arrows',
    { edges: 'Done -> Publish -> Review -> Draft -> Idea', count: { connector: 4 }, shifts: true },
  ],
  'duplicate: card': [
    board,
    'duplicate Write copy',
    { count: { shape: 8 }, inside: { 'To do': 'Write copy' }, others: 1 },
  ],
  'duplicate: column': [
    board,
    'copy the To do column as "Next week"',
    { inside: { 'Next week': 'Write copy; Choose photos; Book hosting' }, count: { frame: 4 }, others: 0 },
  ],
  'connect: two': [
    checkout,
    'connect Confirmation to Cart',
    { edges: 'Confirmation -> Cart', count: { connector: 7 } },
  ],
  'connect: with a label': [
    shop,
    'draw an arrow from Web app to Payments labelled "refund"',
    { edges: 'Web app -> Payments: refund', count: { connector: 6 } },
  ],
  'connect: several': [
    shop,
    'Web app and Mobile app both talk to Payments',
    { edges: 'Web app -> Payments; Mobile app -> Payments', count: { connector: 7 } },
  ],
  'relabel: connector': [
    checkout,
    'the arrow from Paid? to Error page should say "declined"',
    { edges: 'Paid -> Error page: declined', count: { connector: 6 } },
  ],
  'relabel: yes and no': [
    checkout,
    'change yes to "ok" and no to "failed"',
    { edges: 'Paid -> Confirmation: ok; Paid -> Error page: failed' },
  ],
  'redirect: connector': [
    checkout,
    'Error page should go back to Cart instead of Payment',
    { edges: 'Error page -> Cart', noEdges: 'Error page -> Payment', count: { connector: 6 }, shifts: true },
  ],
  'several: three at once': [
    board,
    'move Write copy to Doing, delete Book hosting and add "Test on phone" to To do',
    {
      moved: { 'Write copy': 'Doing' },
      gone: 'Book hosting',
      inside: { 'To do': 'Test on phone' },
      shifts: true,
    },
  ],
  'several: rename and recolour': [
    publishing,
    'rename Draft to Outline and make it blue',
    { renamed: { Draft: 'Outline' }, touched: 'Draft', colors: { blue: 'Outline' } },
  ],
  'several: list': [
    board,
    '- Pick a name -> rename to "Pick a brand name"\n- add card "Logo" in Doing\n- make Buy domain green',
    {
      renamed: { 'Pick a name': 'Pick a brand name' },
      inside: { Doing: 'Logo' },
      touched: 'Buy domain',
      colors: { green: 'Buy domain' },
    },
  ],
  'several: sentence by sentence': [
    company,
    'The App team moves to the COO. The Platform team is now called Infrastructure.',
    {
      renamed: { 'Platform team': '~Infrastructure' },
      edges: 'COO -- App team',
      noEdges: 'CTO -- App team',
      touched: 'App team',
      shifts: true,
    },
  ],
  'date: changed': [
    history,
    'the launch was in 2023, not 2022',
    { touched: 'Launch; 2022: Launch; 2022', texts: '~2023', absent: '2022', others: 0, shifts: true },
  ],
  'shape: changed': [
    publishing,
    'make Review a diamond',
    { touched: 'Review', shapes: { diamond: 'Review' } },
  ],
  'frame: group': [
    ideas,
    'group Dark mode and Wishlist in a frame called UX',
    {
      inside: { UX: 'Dark mode; Wishlist' },
      moved: { 'Dark mode': 'UX', Wishlist: 'UX' },
      count: { frame: 1 },
      shifts: true,
    },
  ],
  'tidy up': [publishing, 'tidy up', { tidied: true }, { scattered: true }],
  'tidy up: messy words': [
    checkout,
    'this is a mess, can you arrange it nicely',
    { tidied: true },
    { scattered: true },
  ],
  'tidy up: direction': [publishing, 'arrange it top to bottom', { tidied: true, direction: 'down' }],
  'selection: recolour these': [
    board,
    'make these red',
    { touched: 'Write copy; Choose photos', colors: { red: 'Write copy; Choose photos' } },
    { selection: 'Write copy; Choose photos' },
  ],
  'selection: rename this': [
    publishing,
    'call this "Second draft"',
    { renamed: { Draft: 'Second draft' } },
    { selection: 'Draft' },
  ],
  'selection: delete it': [
    publishing,
    'delete this',
    { gone: 'Review', shifts: true },
    { selection: 'Review' },
  ],
  'selection: add after this': [
    publishing,
    'add a step "Approve" after this',
    {
      texts: 'Approve',
      edges: 'Review -> Approve -> Publish',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
    { selection: 'Review' },
  ],
  'edit: into a decision': [
    publishing,
    'turn Review into a decision with yes → Publish, no → Draft',
    {
      shapes: { diamond: 'Review' },
      edges: 'Review -> Publish: yes; Review -> Draft: no',
      touched: 'Review',
      shifts: true,
    },
  ],
};
