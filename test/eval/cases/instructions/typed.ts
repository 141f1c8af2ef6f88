import type { Instructions } from '../case.ts';

/** Instructions as people type them in a hurry: long and short, with typos, thoughts and asides. */
export const typed: Instructions = {
  'typed: lower case, no commas': [
    'flowchart for making tea boil water put teabag in cup pour water wait 3 min remove bag',
    { texts: '~boil water', title: '~tea', others: 5 },
  ],
  'typed: typos in keywords': [
    'flow chrt: oder -> pakc -> shpi -> deliver',
    { edges: '~oder | ~order -> ~pakc | ~pack -> ~shpi | ~ship -> deliver' },
  ],
  'typed: phone keyboard': [
    'ok need kanban 4 wedding. todo cake flowers dj. doing dress. done rings',
    { inside: { 'todo | to do': '~cake', doing: '~dress', done: '~rings' }, count: { frame: 3 }, others: 2 },
  ],
  'typed: correction': [
    'draw login -> dashboard -> logout. no wait, login -> 2FA -> dashboard -> logout',
    { edges: 'login -> 2FA -> dashboard -> logout', others: 0 },
  ],
  'typed: emphasis': [
    'PLEASE make a mind map about *solar energy* with: panels, inverter, battery, subsidies!!',
    {
      edges:
        '~solar energy -- panels; ~solar energy -- inverter; ~solar energy -- battery; ~solar energy -- subsidies',
    },
  ],
  'typed: i want': [
    'I want a timeline with 2001 born, 2007 school, 2019 university, 2024 first job',
    {
      order: '~born; ~school; ~university; ~first job',
      beside: { '~2001': '~born', '~2024': '~first job' },
      absent: 'I want',
    },
  ],
  'typed: could you': [
    'Could you make me a board with three columns: Red, Amber, Green?',
    { texts: 'Red; Amber; Green', count: { frame: 3 }, others: 9, absent: 'could you' },
  ],
  'typed: meeting transcript': [
    'so basically marketing hands the brief to design, design makes two drafts, the client picks one, then design finalises it and print gets the files',
    {
      texts: '~brief design | ~hands brief; ~two drafts; ~client picks; ~finalises; ~print files',
      edges: '~two drafts -> ~client picks -> ~finalises -> ~print',
      others: 0,
      absent: 'so basically',
    },
  ],
  'typed: abbreviations': [
    'proc: req -> appr. mgr -> PO -> GR -> inv. -> pmt',
    { edges: 'req -> appr. mgr -> PO -> GR -> inv -> pmt' },
  ],
  'typed: numbers in names': ['V1 -> V1.1 -> V2.0 -> V2.0.1', { edges: 'V1 -> V1.1 -> V2.0 -> V2.0.1' }],
  'typed: slashes': [
    'read/write -> and/or -> client/server',
    { edges: 'read/write -> and/or -> client/server' },
  ],
  'typed: colons with times': [
    'Trip: 08:15 train Berlin, 12:40 arrive Munich, 14:00 museum, 19:30 dinner',
    {
      order: '~train Berlin; ~arrive Munich; ~museum; ~dinner',
      texts: '~train Berlin; ~arrive Munich; ~museum; ~dinner',
      others: 4,
    },
  ],
  'typed: two diagrams': [
    'Flow A: order -> pay -> ship. Flow B: return -> inspect -> refund',
    { edges: 'order -> pay -> ship; return -> inspect -> refund', noEdges: 'ship -> return', others: 2 },
  ],
  'typed: like': [
    'something like a funnel: visitors, leads, trials, customers',
    { order: 'visitors; leads; trials; customers', texts: 'visitors; leads; trials; customers' },
  ],
  'typed: who does what': [
    'who does what: Ana writes, Bo edits, Cy designs, Di publishes',
    { texts: '~Ana writes | ~writes; ~edits; ~designs; ~publishes', others: 4 },
  ],
  'typed: with reasons': [
    'Draw "Plan" pointing to "Build" because of planning, and "Build" pointing to "Test"',
    { edges: 'Plan -> Build -> Test', others: 0 },
  ],
  'typed: from to': [
    'connect A to B and C, then B and C to D',
    { edges: 'A -> B; A -> C; B -> D; C -> D', count: { shape: 4 } },
  ],
  'typed: parentheses note': [
    'Intake (max 2 days) -> Review (Tina) -> Decision -> Letter (automatic)',
    { edges: 'Intake (max 2 days) -> Review (Tina) -> Decision -> Letter (automatic)' },
  ],
  'typed: percent': [
    'funnel: 100% visit -> 40% add to cart -> 12% checkout -> 9% buy',
    { edges: '~visit -> ~add cart -> ~checkout -> ~buy' },
  ],
  'typed: multi line request': [
    'Create a flow chart.\nStart with "Order comes in".\nThen "Check address".\nThen "Print label".\nEnd with "Hand to courier".',
    {
      edges: 'Order comes in -> Check address -> Print label -> Hand to courier',
      absent: 'flow chart; start with; end with',
      others: 0,
    },
  ],
};
