import type { Changes } from '../case.ts';
import { board, checkout, company, ideas, publishing, shop } from './bases.ts';

const twice = `kanban: Two releases
[Release 1] Write notes; Tag
[Release 2] Write notes; Tag`;

/** Changes that must change nothing, and those of which only a part may happen. */
export const refused: Changes = {
  'refused: nothing understood': [publishing, 'blah blah whatever', { fails: true }],
  'refused: question': [board, 'how many cards are in To do?', { fails: true }],
  'refused: thanks': [board, 'thanks, looks great!', { fails: true }],
  'refused: opinion': [publishing, 'this could be better', { fails: true }],
  'refused: vague': [publishing, 'make it pop', { fails: true }],
  'refused: no such name': [publishing, 'delete the Shipping step', { fails: '~shipping' }],
  'refused: rename what is not there': [board, 'rename Backlog to Icebox', { fails: '~backlog' }],
  'refused: move what is not there': [board, 'move "Order flowers" to Done', { fails: '~order flowers' }],
  'refused: to a missing column': [board, 'move Write copy to Blocked', { fails: '~blocked' }],
  'refused: connect with what is not there': [shop, 'connect Orders to Kafka', { fails: '~kafka' }],
  'refused: locked rename': [
    publishing,
    'rename Review to Check',
    { fails: '~locked' },
    { locked: 'Review' },
  ],
  'refused: locked delete': [board, 'delete Buy domain', { fails: '~locked' }, { locked: 'Buy domain' }],
  'refused: locked colour': [ideas, 'make Wishlist red', { fails: '~locked' }, { locked: 'Wishlist' }],
  'refused: outside the selection': [
    board,
    'delete Buy domain',
    { fails: '~select' },
    { selection: 'Write copy; Choose photos' },
  ],
  'refused: rotate': [ideas, 'rotate Wishlist by 30 degrees', { fails: '~rotat' }],
  'refused: image': [board, 'insert a picture of a rocket', { fails: '~image | ~picture' }],
  'refused: export': [checkout, 'send this to my boss by mail', { fails: true }],
  'refused: other language': [publishing, 'tämä on hieno kaavio', { fails: true }],
  'refused: code': [publishing, 'SELECT * FROM objects;', { fails: true }],
  'refused: punctuation': [publishing, '???', { fails: true }],
  'undo that': [publishing, 'undo that', { unchanged: true }],
  'undo the last change': [board, 'no, take that back', { unchanged: true }],
  'ambiguous: which one': [twice, 'delete Write notes', { fails: '~write notes' }],
  'ambiguous: made clear': [
    twice,
    'delete Write notes in Release 2',
    {
      gone: '',
      count: { shape: 3 },
      inside: { 'Release 1': 'Write notes; Tag', 'Release 2': 'Tag' },
      touched: 'Write notes',
      shifts: true,
    },
  ],
  'partly: one locked': [
    board,
    'make all cards in Done green',
    { touched: 'Pick a name', colors: { green: 'Pick a name' }, warning: '~locked' },
    { locked: 'Buy domain' },
  ],
  'partly: one not there': [
    board,
    'delete Write copy and Order flowers',
    { gone: 'Write copy', warning: '~order flowers', shifts: true },
  ],
  'partly: selection and outside': [
    company,
    'make CTO and CFO green',
    { touched: 'CTO', colors: { green: 'CTO' } },
    { selection: 'CTO' },
  ],
  'already so': [publishing, 'rename Review to Review', { unchanged: true }],
};
