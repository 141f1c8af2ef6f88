import type { Changes } from '../case.ts';
import { board, checkout, company, history, publishing, travel } from './bases.ts';

const order = `flow right: Order
(Order received) -> <In stock?>
<In stock?> -> Pack: yes
<In stock?> -> Reorder: no
Pack -> Ship -> (Closed)`;

const login = `flow down: Login
(Start) -> Enter password -> <Correct?>
<Correct?> -> Welcome page: yes
<Correct?> -> Enter password: no`;

const year = `timeline right: Year
July: Plan; August: Build; September: Launch; November: Review`;

/** Changes in the words of people who describe what happens, and not what is to be drawn. */
export const phrasing: Changes = {
  'phrase: a diagram of its own': [
    board,
    'mind map of bees: hive, queen',
    { texts: 'Bees; Hive; Queen', edges: 'Bees -- Hive; Bees -- Queen' },
  ],
  'phrase: a name with a possessive': [travel, 'rename Trip to My trip', { renamed: { Trip: '=My trip' } }],
  'phrase: column at the front with cards': [
    board,
    'new column "Ideas" at the front with greenhouse and bird house',
    {
      inside: { Ideas: '~Greenhouse; ~Bird house' },
      order: 'Ideas; To do; Doing; Done',
      shifts: true,
    },
  ],
  'phrase: column between two, with a card': [
    board,
    'add a column Review between Doing and Done with Proofread texts',
    { inside: { Review: 'Proofread texts' }, order: 'Doing; Review; Done', shifts: true },
  ],
  'phrase: column on the left': [
    board,
    'add a column called Ideas on the left',
    { order: 'Ideas; To do; Doing; Done', shifts: true },
  ],
  'phrase: first in a column': [
    board,
    'put Book hosting first in To do',
    { touched: 'Book hosting', inside: { 'To do': 'Book hosting; Write copy; Choose photos' }, shifts: true },
  ],
  'phrase: put it in there': [
    board,
    'add a column Later and put Choose photos in it',
    { moved: { 'Choose photos': 'Later' }, texts: 'Later', shifts: true },
  ],
  'phrase: reports directly': [
    company,
    'Platform team should report to CEO directly',
    {
      touched: 'Platform team',
      edges: 'CEO -> Platform team',
      noEdges: 'CTO -> Platform team',
      shifts: true,
    },
  ],
  'phrase: hired': [company, 'hire Pia under CFO', { edges: 'CFO -> Pia', shifts: true }],
  'phrase: left the company': [company, 'the COO left the company', { gone: 'COO', shifts: true }],
  'phrase: department with people': [
    company,
    'add a new department Sales under COO with Quinn and Rosa',
    { edges: 'COO -> Sales; Sales -> Quinn; Sales -> Rosa', shifts: true },
  ],
  'phrase: ordinal of a branch': [
    travel,
    'add a fourth branch Museums with Tiles and Tram',
    { edges: 'Trip -> Museums; Museums -> Tiles; Museums -> Tram', shifts: true },
  ],
  'phrase: several steps in order': [
    order,
    'after Ship comes Send invoice and then Close order',
    {
      edges: 'Ship -> Send invoice; Send invoice -> Close order; Close order -> Closed',
      noEdges: 'Ship -> Closed',
      shifts: true,
    },
  ],
  'phrase: what somebody should get': [
    publishing,
    'before the review the author should get a reminder',
    { edges: 'Draft -> ~reminder; ~reminder -> Review', noEdges: 'Draft -> Review', shifts: true },
  ],
  'phrase: if it fails go back': [
    publishing,
    'if review fails go back to draft',
    { edges: 'Review -> Draft: fails; Review -> Publish' },
  ],
  'phrase: condition of a branch': [
    order,
    "when it's out of stock, also notify the customer",
    {
      edges: 'In stock? -> Notify the customer: no; Notify the customer -> Reorder',
      noEdges: 'In stock? -> Reorder',
      shifts: true,
    },
  ],
  'phrase: condition of nothing': [order, "if it's raining, call a taxi", { fails: '~raining' }],
  'phrase: after some failures': [
    login,
    'after 3 failed attempts lock the account',
    { edges: 'Correct? -> Lock the account: after 3 failed attempts', shifts: true },
  ],
  'phrase: decision with one way': [
    publishing,
    'add a decision "Documents ok?" after Draft, if no go back to Draft',
    {
      edges: 'Draft -> Documents ok?; Documents ok? -> Review: yes; Documents ok? -> Draft: no',
      noEdges: 'Draft -> Review',
      shifts: true,
    },
  ],
  'phrase: postponed': [
    year,
    'launch is postponed to December',
    {
      renamed: { 'September: Launch': 'December: Launch' },
      touched: 'November: Review',
      order: 'July: Plan; August: Build; November: Review; December: Launch',
      shifts: true,
    },
  ],
  'phrase: dated text': [
    year,
    'insert "Test" in August',
    { texts: 'August: Test', order: 'August: Build; August: Test; September: Launch', shifts: true },
  ],
  'phrase: year of a date': [
    history,
    'the launch moved to 2023',
    { renamed: { '2022: Launch': '2023: Launch' }, shifts: true },
  ],
  'phrase: forgotten': [
    board,
    'we forgot "Newsletter" in the to do column',
    { inside: { 'To do': 'Write copy; Choose photos; Book hosting; Newsletter' }, shifts: true },
  ],
  'phrase: columns into one': [
    board,
    'merge To do and Doing into one column called Notes',
    {
      gone: 'To do; Doing',
      inside: { Notes: 'Write copy; Choose photos; Book hosting; Design homepage; Set up analytics' },
      touched: 'Write copy; Choose photos; Book hosting; Design homepage; Set up analytics',
      shifts: true,
    },
  ],
  'phrase: german, and the new one red': [
    board,
    'füge in Doing die Karte "Prüfung" hinzu und färbe sie rot',
    {
      inside: { Doing: 'Design homepage; Set up analytics; Prüfung' },
      colors: { red: 'Prüfung' },
      shifts: true,
    },
  ],
  'phrase: with a word in it': [
    board,
    'colour everything with domain in it red',
    { touched: 'Buy domain', colors: { red: 'Buy domain' } },
  ],
  'phrase: nicer': [
    checkout,
    'make it look nicer',
    { tidied: true, warning: '~arrange' },
    { scattered: true },
  ],
};
