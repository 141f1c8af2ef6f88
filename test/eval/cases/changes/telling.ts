import type { Changes } from '../case.ts';
import { board, checkout, company, publishing, shop, swot, travel } from './bases.ts';

const system = `flow right: System
Web app -> API; API -> Worker; API -> Postgres`;

/** Changes as they are told among other words: with reasons, by what happened, as a list, in other languages. */
export const telling: Changes = {
  'reason: behind a comma': [
    board,
    "delete the Buy domain card, it's not needed",
    { gone: 'Buy domain', shifts: true },
  ],
  'reason: because': [
    board,
    'move Choose photos to Done because they are online already',
    { moved: { 'Choose photos': 'Done' }, shifts: true },
  ],
  'reason: first': [
    publishing,
    'since we have no editor, remove the review',
    { gone: 'Review', shifts: true },
  ],
  'reason: german': [
    board,
    'lösche Buy domain, weil wir die schon haben',
    { gone: 'Buy domain', shifts: true },
  ],
  'reason: french': [board, "supprime Buy domain parce qu'on l'a déjà", { gone: 'Buy domain', shifts: true }],
  'reason: of a new name': [
    company,
    'rename COO to CPO because that is what she does',
    { renamed: { COO: '=CPO' } },
  ],
  'remark: with a wish of its own': [
    board,
    'move Choose photos to Done, they should be green',
    { moved: { 'Choose photos': 'Done' }, colors: { green: 'Choose photos' }, shifts: true },
  ],
  'remark: what the next one is about': [
    board,
    'Buy domain is urgent again, move it to Doing',
    { moved: { 'Buy domain': 'Doing' }, shifts: true },
  ],
  'list: numbered lines': [
    board,
    '1. add card Newsletter to To do\n2. move Choose photos to Done\n3. rename Doing to In progress',
    {
      moved: { 'Choose photos': 'Done' },
      inside: { 'To do': 'Write copy; Book hosting; Newsletter' },
      renamed: { Doing: 'In progress' },
      touched: 'Design homepage; Set up analytics',
      shifts: true,
    },
  ],
  'list: numbered in one line': [
    publishing,
    '1) delete Review 2) make Draft red',
    { gone: 'Review', touched: 'Draft', colors: { red: 'Draft' }, shifts: true },
  ],
  'list: cards below a command': [
    board,
    'Add these cards to Doing:\n- Fix menu\n- Test on phones',
    { inside: { Doing: 'Design homepage; Set up analytics; Fix menu; Test on phones' }, shifts: true },
  ],
  'label: again': [
    checkout,
    'connect Confirmation to Cart labelled again',
    { edges: 'Confirmation -> Cart: again' },
  ],
  'tidy up: german': [travel, 'ordne das Diagramm neu an', { tidied: true }, { scattered: true }],
  'tidy up: german, apart': [travel, 'räum das mal auf', { tidied: true }, { scattered: true }],
  'tidy up: french': [travel, 'réorganise le diagramme', { tidied: true }, { scattered: true }],
  'tidy up: spanish': [travel, 'vuelve a ordenar el diagrama', { tidied: true }, { scattered: true }],
  'event: joins': [company, 'Pia joins the App team', { edges: 'App team -> Pia', shifts: true }],
  'event: swap places': [
    company,
    'CFO and COO swap places',
    { touched: 'CFO; COO', edges: 'CEO -> CFO; CEO -> COO; COO -> Accounting', shifts: true },
  ],
  'event: takes over': [company, 'Lena takes over from the COO', { renamed: { COO: 'Lena' } }],
  'event: no threat any more': [swot, 'Rent is no threat any more', { gone: 'Rent', shifts: true }],
  'event: depends on now': [
    system,
    'Worker depends on Postgres now',
    { edges: 'Worker -> Postgres', shifts: true },
  ],
  'event: done, spanish': [
    board,
    'Choose photos ya está hecho',
    { moved: { 'Choose photos': 'Done' }, shifts: true },
  ],
  'same: for another one': [
    publishing,
    'make Draft red and do the same for Review',
    { touched: 'Draft; Review', colors: { red: 'Draft; Review' } },
  ],
  'same: german': [
    publishing,
    'mach Draft rot und dasselbe mit Review',
    { touched: 'Draft; Review', colors: { red: 'Draft; Review' } },
  ],
  'same: nothing before it': [publishing, 'do the same for Review', { fails: true }],
  'line: without a verb': [shop, 'dashed line from Web app to Payments', { edges: 'Web app -> Payments' }],
  'line: verb in two parts': [
    system,
    'turn the arrow between Worker and API around',
    { edges: 'Worker -> API', noEdges: 'API -> Worker', shifts: true },
  ],
  'move: to a new column': [
    board,
    'move Write copy and Choose photos to a new column called Later',
    { moved: { 'Write copy': 'Later', 'Choose photos': 'Later' }, texts: 'Later', shifts: true },
  ],
  'move: below a card': [
    board,
    'put Write copy below Choose photos',
    { touched: 'Write copy; Choose photos', order: 'Choose photos; Write copy; Book hosting', shifts: true },
  ],
  'add: an option that leads on': [
    checkout,
    'add "Other card?" as an option from Error page that leads to Choose card',
    { edges: 'Error page -> Other card?; Other card? -> Choose card', shifts: true },
  ],
  'add: a decision with a new way': [
    publishing,
    'add a decision "Ok?" after Review, yes leads to Publish, no leads to Rewrite',
    {
      edges: 'Review -> Ok?; Ok? -> Publish: yes; Ok? -> Rewrite: no',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'add: connected by': [
    system,
    'add a queue connected to the worker by AMQP',
    { edges: 'Worker -> Queue: AMQP', shifts: true },
  ],
  'add: to a topic': [travel, 'hotels: add Casa Azul', { edges: 'Hotels -> Casa Azul', shifts: true }],
  'add: to several': [
    travel,
    'add Budget to flights and hotels',
    { count: { shape: 9 }, edges: 'Flights -> Budget; Hotels -> Budget', others: 1, shifts: true },
  ],
  'add: there can be': [
    publishing,
    'after the review there can be a legal check',
    { edges: 'Review -> Legal check; Legal check -> Publish', noEdges: 'Review -> Publish', shifts: true },
  ],
  'add: who must do it, german': [
    publishing,
    'nach dem Review muss der Chef freigeben',
    {
      edges: 'Review -> ~Chef freigeben; ~Chef freigeben -> Publish',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'add: on the left, german': [
    board,
    'Spalte Ideen links hinzufügen',
    { order: 'Ideen; To do; Doing; Done', shifts: true },
  ],
  'add: a new target of also': [
    system,
    'Worker also writes to Kafka',
    { edges: 'Worker -> Kafka', shifts: true },
  ],
  'remove: a connection that is gone': [
    system,
    'API no longer talks to Worker',
    { noEdges: 'API -> Worker', shifts: true },
  ],
  'move: a verb like the column': [
    `kanban: Ward
[Admitted] Mr Diaz; Ms Lin
[Discharged] Mr Okafor`,
    'discharge Mr Diaz',
    { moved: { 'Mr Diaz': 'Discharged' }, shifts: true },
  ],
  'move: there': [
    board,
    'add a column Blocked and move Book hosting there',
    { texts: 'Blocked', moved: { 'Book hosting': 'Blocked' }, shifts: true },
  ],
  'move: without a verb, german': [
    board,
    'Write copy ans Ende von Doing',
    { moved: { 'Write copy': 'Doing' }, shifts: true },
  ],
  'swap: the first two': [
    publishing,
    'swap the first two steps',
    { touched: 'Draft; Review', order: 'Idea; Review; Draft; Publish', shifts: true },
  ],
  'looks: of several, one verb': [
    board,
    'Write copy should be red, Buy domain green',
    { touched: 'Write copy; Buy domain', colors: { red: 'Write copy', green: 'Buy domain' } },
  ],
  'looks: one that is so already': [checkout, 'make Address blue', { fails: '~address already' }],
  'looks: with a size': [
    checkout,
    'make the decision purple and a bit larger',
    { touched: 'Paid?', colors: { purple: 'Paid?' }, warning: '~sizes' },
  ],
  'label: of an arrow': [
    checkout,
    'change "no" on the arrow to Error page into "declined"',
    { edges: 'Paid? -> Error page: declined', shifts: true },
  ],
  'refused: question about what is missing': [board, 'what is missing?', { fails: true }],
  'remove: but move what is in it': [
    board,
    'remove the Doing column but move its cards to Done first',
    {
      gone: 'Doing',
      moved: { 'Design homepage': 'Done', 'Set up analytics': 'Done' },
      order: 'Design homepage; Set up analytics; Pick a name; Buy domain',
      touched: 'Pick a name; Buy domain',
      shifts: true,
    },
  ],
  'refused: half of a rescue': [board, 'delete Doing and move its cards to Nirvana', { fails: '~nirvana' }],
  'remark: that somebody arrived': [board, 'the Buy domain card has arrived', { fails: true }],
  'list: with a statement behind it': [
    board,
    'add "Fix menu" and "Test on phones" to Doing, Choose photos is in Done',
    {
      inside: { Doing: 'Design homepage; Set up analytics; Fix menu; Test on phones' },
      moved: { 'Choose photos': 'Done' },
      shifts: true,
    },
  ],
  'label: without a mark': [
    system,
    'label the line between Web app and API HTTPS',
    { edges: 'Web app -> API: HTTPS', shifts: true },
  ],
  'add: counted people': [
    company,
    'add two people to the App team: Ria and Tom',
    { edges: 'App team -> Ria; App team -> Tom', shifts: true },
  ],
  'told: a way, with a command behind it': [
    publishing,
    'after Draft go to Publish and add "Proofread" between Draft and Publish',
    { edges: 'Draft -> Proofread; Proofread -> Publish', shifts: true },
  ],
  'told: a way between two that are there': [
    publishing,
    'after Draft go to Publish',
    { edges: 'Draft -> Publish', shifts: true },
  ],
  'told: a step, with a command about it behind it': [
    publishing,
    'after Draft we ask a lawyer and connect it to Publish',
    {
      edges: 'Draft -> ~ask lawyer; ~ask lawyer -> Review; ~ask lawyer -> Publish',
      noEdges: 'Draft -> Review',
      shifts: true,
    },
  ],
  'refused: a command with a condition': [publishing, 'once it is late, delete Review', { fails: true }],
};
