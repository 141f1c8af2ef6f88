import type { Changes } from '../case.ts';
import { board, checkout, company, ideas, publishing, shop, travel } from './bases.ts';

/** Changes that take something off a canvas. */
export const removing: Changes = {
  'remove: step': [publishing, 'remove Review', { gone: 'Review', edges: 'Draft -> Publish', shifts: true }],
  'remove: no longer needed': [
    publishing,
    "we don't need the review any more",
    { gone: 'Review', edges: 'Draft -> Publish', shifts: true },
  ],
  'remove: card': [board, 'delete the card Book hosting', { gone: 'Book hosting', shifts: true }],
  'remove: two cards': [
    board,
    'get rid of "Write copy" and "Choose photos"',
    { gone: 'Write copy; Choose photos', shifts: true },
  ],
  'remove: typo': [board, 'delete buy domian', { gone: 'Buy domain', shifts: true }],
  'remove: clear a column': [
    board,
    'clear the Done column',
    { gone: 'Pick a name; Buy domain', texts: 'Done' },
  ],
  'remove: a column': [
    board,
    'remove the column Doing with everything in it',
    { gone: 'Doing; Design homepage; Set up analytics', shifts: true },
  ],
  'remove: by colour': [ideas, 'delete all blue notes', { gone: 'Wishlist; Chat support', shifts: true }],
  'remove: all but': [
    ideas,
    'remove everything except Dark mode',
    { gone: 'Gift cards; Wishlist; Faster checkout; Chat support', texts: 'Dark mode' },
  ],
  'remove: everything': [
    ideas,
    'delete everything',
    { gone: 'Dark mode; Gift cards; Wishlist; Faster checkout; Chat support', count: { object: 0 } },
  ],
  'remove: connector': [
    checkout,
    'remove the arrow from Error page to Payment',
    { noEdges: 'Error page -> Payment', count: { shape: 6, connector: 5 } },
  ],
  'remove: branch': [
    travel,
    'drop Flights and everything below it',
    { gone: 'Flights; Lisbon; Porto', shifts: true },
  ],
  'remove: leader of a team': [company, 'Accounting was closed', { gone: 'Accounting', shifts: true }],
  'remove: group': [shop, 'no mobile app any more', { gone: 'Mobile app', shifts: true }],
  'remove: german': [board, 'lösche die Karte Choose photos', { gone: 'Choose photos', shifts: true }],
  disconnect: [
    shop,
    'disconnect Payments from Postgres',
    { noEdges: 'Payments -> Postgres', count: { connector: 4 } },
  ],
};
