import type { Changes } from '../case.ts';
import { board, history, ideas, publishing, shop, swot, travel } from './bases.ts';

const week = `kanban: Training
[Monday] Run; Stretch
[Tuesday] Swim
[Wednesday] Rest`;

const wedding = `timeline right: Wedding
12 May: Venue; 20 May: Invitations; 3 June: Cake; 15 June: Ceremony`;

const clients = `flow right: Claims
[Client] File claim
[Finance] Check client; Pay client
File claim -> Check client -> Pay client`;

/** Changes that are asked for by questions, or are about dates, positions, contrasts and whole words. */
export const asking: Changes = {
  'ask: can we': [publishing, 'can we drop the last step?', { gone: 'Publish', shifts: true }],
  'ask: how about': [
    publishing,
    'How about adding a spell check after Draft?',
    { edges: 'Draft -> Spell check -> Review', noEdges: 'Draft -> Review', shifts: true },
  ],
  'ask: inverted': [
    publishing,
    "shouldn't Review come before Draft?",
    { order: 'Idea; Review; Draft; Publish', touched: 'Review; Draft', shifts: true },
  ],
  'ask: spanish': [publishing, '¿podemos quitar Review?', { gone: 'Review', shifts: true }],
  'ask: german': [publishing, 'können wir Review löschen?', { gone: 'Review', shifts: true }],
  'ask: what something means': [publishing, 'what does Review mean?', { fails: '~not understood' }],
  'ask: keeps the mark of a new question': [
    publishing,
    'add a decision Good enough? after Review',
    {
      texts: 'Good enough?',
      edges: 'Review -> Good enough? -> Publish',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'decision: question behind the place': [
    publishing,
    'add a decision after Review: ok? yes → Publish, no → back to Draft',
    {
      texts: 'Ok?',
      edges: 'Review -> Ok?; Ok? -> Publish: yes; Ok? -> Draft: no',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'dates: of all': [
    wedding,
    'shift everything by one day',
    {
      renamed: {
        '12 May: Venue': '=13 May: Venue',
        '20 May: Invitations': '=21 May: Invitations',
        '3 June: Cake': '=4 June: Cake',
        '15 June: Ceremony': '=16 June: Ceremony',
      },
      shifts: true,
    },
  ],
  'dates: told, earlier': [
    wedding,
    'the cake is moved one week earlier',
    { renamed: { '3 June: Cake': '=27 May: Cake' }, shifts: true },
  ],
  'dates: of columns': [
    week,
    'push everything back a day',
    { renamed: { Monday: '=Tuesday', Tuesday: '=Wednesday', Wednesday: '=Thursday' }, shifts: true },
  ],
  'dates: of a card in a column': [
    week,
    'move Swim one day later',
    { moved: { Swim: 'Wednesday' }, shifts: true },
  ],
  'dates: swapped': [
    history,
    'swap Prototype and Launch',
    {
      renamed: { '2020: Prototype': '=2020: Launch', '2022: Launch': '=2022: Prototype' },
      shifts: true,
    },
  ],
  'dates: none': [publishing, 'shift everything by one day', { fails: '~no date' }],
  'order: the last two notes': [
    ideas,
    'swap the order of the last two',
    {
      touched: 'Faster checkout; Chat support',
      order: 'Wishlist; Chat support; Faster checkout',
      shifts: true,
    },
  ],
  'order: to the front of notes': [
    ideas,
    'move Chat support to the front',
    {
      touched: 'Dark mode; Gift cards; Wishlist; Faster checkout; Chat support',
      order: 'Chat support; Dark mode; Gift cards',
      shifts: true,
    },
  ],
  'looks: the first three and the rest': [
    publishing,
    'make the first two steps green and the rest grey',
    {
      touched: 'Idea; Draft; Review; Publish; Done',
      colors: { green: 'Draft; Review', neutral: 'Idea; Publish; Done' },
    },
  ],
  'looks: one that is so already, among others': [
    publishing,
    'Draft in orange, Review in blue',
    { touched: 'Draft', colors: { orange: 'Draft', blue: 'Review' } },
  ],
  'contrast: of two': [
    swot,
    'Location is a strength but Rent is a weakness',
    { moved: { Rent: 'Weaknesses' }, shifts: true },
  ],
  'contrast: both': [
    swot,
    'Location is a strength but also a threat',
    { inside: { Strengths: 'Location', Threats: 'Location' }, shifts: true },
  ],
  'move: as a sub-item': [
    travel,
    'put Hotels under Food as a sub-item',
    { edges: 'Food -> Hotels', noEdges: 'Trip -> Hotels', touched: 'Hotels', shifts: true },
  ],
  'rename: every word': [
    clients,
    "rename all 'client' to 'customer'",
    {
      renamed: { Client: '=Customer', 'Check client': '=Check customer', 'Pay client': '=Pay customer' },
      shifts: true,
    },
  ],
  'rename: every word in the plural': [
    clients,
    'change all clients to patients',
    {
      renamed: { Client: '=Patient', 'Check client': '=Check patient', 'Pay client': '=Pay patient' },
      shifts: true,
    },
  ],
  'connect: straight, where it is so already': [
    publishing,
    "Review isn't needed any more, link Draft straight to Publish",
    { gone: 'Review', edges: 'Draft -> Publish', shifts: true },
  ],
  'refused: another kind of diagram': [shop, 'turn it into a board', { fails: '~new canvas' }],
  'refused: a diagram that would be drawn beside': [board, 'make this a timeline', { fails: '~new canvas' }],
  'refused: details without a text': [publishing, 'add due dates to all steps', { fails: '~name what' }],
  'refused: about what is there': [board, 'Book hosting smells', { fails: '~delete “book hosting”' }],
  'ask: what about something new': [
    publishing,
    'what about a survey before Publish?',
    { edges: 'Review -> Survey -> Publish', noEdges: 'Review -> Publish', shifts: true },
  ],
  'told: partly': [
    board,
    'the copy is written and the cat is fed',
    { moved: { 'Write copy': 'Done' }, warning: '~no card', shifts: true },
  ],
  'move: a card and a column only': [
    board,
    'hosting Done already',
    { moved: { 'Book hosting': 'Done' }, shifts: true },
  ],
  'looks: of what is in there': [
    board,
    'rename Done to Finished, and make everything in there green',
    {
      renamed: { Done: '=Finished' },
      touched: 'Pick a name; Buy domain',
      colors: { green: 'Pick a name; Buy domain' },
    },
  ],
  'looks: stand out': [travel, 'make Hotels stand out', { touched: 'Hotels', colors: { yellow: 'Hotels' } }],
  'add: with a colour behind the place': [
    publishing,
    'add a proofreading step between Draft and Review, in red',
    {
      texts: 'proofreading',
      colors: { red: 'proofreading' },
      edges: 'Draft -> proofreading -> Review',
      noEdges: 'Draft -> Review',
      shifts: true,
    },
  ],
  'add: in a lane and after a step': [
    shop,
    'add a step "Fraud check" to Backend after Orders',
    { inside: { Backend: 'Fraud check' }, edges: 'Orders -> Fraud check', shifts: true },
  ],
  'add: needed by a branch': [
    travel,
    'Hotels needs breakfast and parking',
    { edges: 'Hotels -- Breakfast; Hotels -- Parking', shifts: true },
  ],
};
