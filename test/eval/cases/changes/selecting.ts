import type { Changes } from '../case.ts';
import { board, checkout, company, history, ideas, publishing, travel } from './bases.ts';

/** Changes of objects that are chosen by an exception, their texts, what they belong to, or what was named before. */
export const selecting: Changes = {
  'select: all but one, at the end': [
    publishing,
    'make all boxes green except Review',
    {
      touched: 'Idea; Draft; Publish; Done',
      colors: { green: 'Idea; Draft; Publish; Done', blue: 'Review' },
    },
  ],
  'select: all but one, at the beginning': [
    board,
    'apart from Buy domain, delete all cards',
    {
      gone: 'Write copy; Choose photos; Book hosting; Design homepage; Set up analytics; Pick a name',
      texts: 'Buy domain; To do; Doing; Done',
      shifts: true,
    },
  ],
  'select: all but a place': [
    board,
    'move everything in Doing to Done other than Set up analytics',
    { moved: { 'Design homepage': 'Done' }, shifts: true },
  ],
  'select: all but, german': [
    ideas,
    'färbe alle Notizen rot außer Wishlist und Dark mode',
    {
      touched: 'Gift cards; Faster checkout; Chat support',
      colors: { red: 'Gift cards; Faster checkout; Chat support' },
    },
  ],
  'select: texts that start with': [
    board,
    'delete all cards that start with B',
    { gone: 'Book hosting; Buy domain', shifts: true },
  ],
  'select: texts with a word': [
    ideas,
    'make the note with the word checkout red',
    { touched: 'Faster checkout', colors: { red: 'Faster checkout' } },
  ],
  'select: texts that contain': [
    ideas,
    'delete every note that contains "card"',
    { gone: 'Gift cards', shifts: true },
  ],
  'select: texts longer than': [
    ideas,
    'make all notes longer than 12 characters pink',
    {
      touched: 'Faster checkout; Chat support',
      colors: { pink: 'Faster checkout', neutral: '' },
    },
  ],
  'select: its cards': [
    board,
    'rename Done to Finished and make its cards grey',
    {
      renamed: { Done: 'Finished' },
      touched: 'Pick a name; Buy domain',
      colors: { neutral: 'Pick a name; Buy domain' },
    },
  ],
  'select: branch': [travel, 'delete the food branch', { gone: 'Food; Seafood', shifts: true }],
  'select: colour of a branch': [
    travel,
    'make the Flights branch green',
    { touched: 'Flights; Lisbon; Porto', colors: { green: 'Flights; Lisbon; Porto' } },
  ],
  'select: department': [
    company,
    'remove the whole CTO department',
    { gone: 'CTO; Platform team; App team', shifts: true },
  ],
  'select: start and end': [
    publishing,
    'colour the start and the end purple',
    { touched: 'Idea; Done', colors: { purple: 'Idea; Done' } },
  ],
  'select: possible part of a wish': [
    checkout,
    'make the decision red and a bit larger',
    { touched: 'Paid?', colors: { red: 'Paid' }, warning: '~size' },
  ],
  'select: years': [history, 'delete the entries that contain 2020', { gone: '~Prototype', shifts: true }],
  'select: all that comes after': [
    publishing,
    'delete everything after Draft',
    { gone: 'Review; Publish; Done', shifts: true },
  ],
  'select: all that comes before, german': [
    publishing,
    'färbe alles vor Review rot',
    { touched: 'Idea; Draft', colors: { red: 'Idea; Draft' } },
  ],
  'select: the step after': [
    publishing,
    'rename the step after Draft to Check',
    { renamed: { Review: 'Check' } },
  ],
  'select: the two steps before': [
    publishing,
    'make the two steps before Publish yellow',
    { touched: 'Draft; Review', colors: { yellow: 'Draft; Review' } },
  ],
  'select: cards of a column': [
    board,
    'make the Doing cards red',
    {
      touched: 'Design homepage; Set up analytics',
      colors: { red: 'Design homepage; Set up analytics' },
    },
  ],
  'select: another form of the word': [board, 'delete the shipping card', { fails: '~shipping' }],
  'select: a doubled letter': [
    `flow right: Order
Pick -> Pack and ship -> Bill`,
    'add Weigh before shipping',
    { edges: 'Pick -> Weigh; Weigh -> Pack and ship', noEdges: 'Pick -> Pack and ship', shifts: true },
  ],
  'select: a part of a compound': [
    `flow right: Rechnung
Eingang -> Rechnungsprüfung -> Zahlung`,
    'nach der Prüfung kommt Freigabe',
    {
      edges: 'Rechnungsprüfung -> Freigabe; Freigabe -> Zahlung',
      noEdges: 'Rechnungsprüfung -> Zahlung',
      shifts: true,
    },
  ],
  'select: two words have that form': [
    `flow right: Order
Ship by air -> Ship by sea -> Bill`,
    'make shipping red',
    { fails: '~ship by air' },
  ],
};
