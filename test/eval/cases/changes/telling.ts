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
};
