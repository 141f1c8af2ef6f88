import type { Changes } from '../case.ts';
import {
  board,
  checkout,
  classes,
  company,
  conversation,
  history,
  ideas,
  lanes,
  publishing,
  shop,
  swot,
  travel,
} from './bases.ts';

/** Changes that add something to a canvas. */
export const adding: Changes = {
  'add: between two': [
    publishing,
    'add a step Legal check between Review and Publish',
    {
      texts: 'Legal check',
      inLine: 'Review; Legal check; Publish',
      edges: 'Review -> Legal check -> Publish',
      noEdges: 'Review -> Publish',
      order: 'Draft; Review; Legal check; Publish',
      shifts: true,
    },
  ],
  'add: after': [
    publishing,
    'after Draft comes "Spell check"',
    {
      texts: 'Spell check',
      inLine: 'Draft; Spell check; Review',
      edges: 'Draft -> Spell check -> Review',
      noEdges: 'Draft -> Review',
      order: 'Draft; Spell check; Review',
      shifts: true,
    },
  ],
  'add: before': [
    publishing,
    'insert Brainstorming before Draft',
    {
      texts: 'Brainstorming',
      inLine: 'Idea; Brainstorming; Draft',
      edges: 'Idea -> Brainstorming -> Draft',
      noEdges: 'Idea -> Draft',
      shifts: true,
    },
  ],
  'add: at the end': [
    publishing,
    'at the end add Measure success',
    { texts: 'Measure success', edges: 'Done | Publish -> Measure success', shifts: true },
  ],
  'add: several in a row': [
    publishing,
    'between Review and Publish we also need Translate, Layout and Proofread',
    {
      texts: 'Translate; Layout; Proofread',
      inLine: 'Translate; Layout; Proofread',
      edges: 'Review -> Translate -> Layout -> Proofread -> Publish',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'add: a branch': [
    publishing,
    'if the review fails go back to draft',
    { edges: 'Review -> Draft: ~fail | ~no | ~rejected', others: 0, shifts: true },
  ],
  'add: a decision': [
    publishing,
    'add a decision "Approved?" after Review: yes goes to Publish, no goes back to Draft',
    {
      shapes: { diamond: 'Approved' },
      inLine: 'Review; Approved; Publish',
      edges: 'Review -> Approved; Approved -> Publish: yes; Approved -> Draft: no',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'add: parallel step': [
    shop,
    'add a Search service to the backend and connect Orders to it',
    { texts: '~Search', inside: { Backend: '~Search' }, edges: 'Orders -> ~Search', shifts: true },
  ],
  'add: card': [board, 'add "Newsletter" to To do', { inside: { 'To do': 'Newsletter' } }],
  'add: cards': [
    board,
    'new cards in doing: write tests, fix mobile menu',
    { inside: { Doing: 'write tests; fix mobile menu' } },
  ],
  'add: card, casual': [
    board,
    'we also have to call the printer, put it in todo',
    { inside: { 'To do': '~call printer' } },
  ],
  'add: column': [
    board,
    'add a column Review between Doing and Done',
    {
      texts: 'Review',
      count: { frame: 4 },
      inLine: 'Doing; Review; Done',
      order: 'To do; Doing; Review; Done',
      shifts: true,
    },
  ],
  'add: column at the end': [
    board,
    'we need an Archive column',
    { texts: 'Archive', count: { frame: 4 }, inLine: 'Doing; Done; Archive', order: 'Done; Archive' },
  ],
  'add: child in a tree': [
    company,
    'the COO gets two teams: Logistics and Support',
    { edges: 'COO -- Logistics; COO -- Support', shifts: true },
  ],
  'add: sibling in a tree': [company, 'add a CMO under the CEO', { edges: 'CEO -- CMO', shifts: true }],
  'add: branch of a mind map': [
    travel,
    'add a branch Museums with Prado and Gulbenkian',
    { edges: 'Trip -- Museums -- ~Prado; Museums -- ~Gulbenkian', shifts: true },
  ],
  'add: leaf of a mind map': [
    travel,
    'Madeira should be under flights too',
    { edges: 'Flights -- Madeira', shifts: true },
  ],
  'add: to a quadrant': [
    swot,
    'another threat: new chain bakery',
    { inside: { Threats: 'new chain bakery' } },
  ],
  'add: date': [
    history,
    'add 2021: first customer',
    { texts: '~first customer', order: '~Prototype; ~first customer; ~Launch', shifts: true, others: 1 },
  ],
  'add: to a lane': [
    lanes,
    'Finance also checks the credit rating, before approving the price',
    {
      inside: { Finance: '~credit rating' },
      edges: 'Check contract -> ~credit rating -> Approve price',
      noEdges: 'Check contract -> Approve price',
      shifts: true,
    },
  ],
  'add: lane': [
    lanes,
    'add a lane Customer with "Sign offer" after Send offer',
    { inside: { Customer: 'Sign offer' }, edges: 'Send offer -> Sign offer', shifts: true },
  ],
  'add: note': [
    ideas,
    'one more sticky: Loyalty points',
    { shapes: { sticky: 'Loyalty points' }, count: { sticky: 6 } },
  ],
  'add: a note to something': [
    checkout,
    'put a note next to Payment saying "Stripe only"',
    { texts: 'Stripe only', others: 0 },
  ],
  'add: error path': [
    checkout,
    'when the error happens three times, block the account',
    { texts: '~block account', edges: 'Error page -> ~block account', others: 1, shifts: true },
  ],
  'add: german': [board, 'füge bei To do die Karte "Impressum" hinzu', { inside: { 'To do': 'Impressum' } }],
  'add: french': [board, 'ajoute "Mentions légales" dans To do', { inside: { 'To do': 'Mentions légales' } }],
  'add: arrow notation': [
    publishing,
    'Publish -> Newsletter -> Done',
    { edges: 'Publish -> Newsletter -> Done', count: { shape: 6 }, shifts: true, touched: 'Done' },
  ],
  'add: participant of a sequence': [
    conversation,
    'add a participant Payment between Shop and Warehouse',
    { texts: 'Payment', order: 'Customer; Shop; Payment; Warehouse', shifts: true },
  ],
  'add: message among others': [
    conversation,
    'connect Warehouse to Shop labelled "in stock" before confirm',
    {
      messages: 'Shop -> Warehouse: check stock; Warehouse -> Shop: in stock; Shop -> Customer: confirm',
      shifts: true,
    },
  ],
  'add: message told': [
    conversation,
    'Shop sends an invoice to Customer',
    { edges: 'Shop -> Customer: ~invoice', others: 0, shifts: true },
  ],
  'add: counted columns': [
    board,
    'we need two more columns, Blocked and Review',
    { texts: 'Blocked; Review', count: { frame: 5 } },
  ],
  'add: stage of a board': [
    board,
    'add a stage QA before Done',
    { inLine: 'Doing; QA; Done', count: { frame: 4 }, shifts: true },
  ],
  'add: listed cards with their column': [
    board,
    'add 3 cards: Sitemap, Cookie banner and 404 page to Doing',
    { inside: { Doing: 'Sitemap; Cookie banner; 404 page' }, shifts: true },
  ],
  'add: german, counted': [
    board,
    'füge bitte zwei neue Karten hinzu: Logo und Farben',
    { inside: { 'To do': 'Logo; Farben' } },
  ],
  'add: german, to a column': [
    board,
    'Füge der Spalte Doing die Karten SEO und Ladezeit hinzu',
    { inside: { Doing: 'SEO; Ladezeit' } },
  ],
  'add: field of a class': [
    classes,
    'add a field total to Order',
    { texts: ['id\ndate\ntotal'], touched: ['id\ndate'], others: 0, shifts: true },
  ],
  'add: message that is a courtesy': [
    conversation,
    'Customer -> Shop: thanks',
    { edges: 'Customer -> Shop: thanks', others: 0, shifts: true },
  ],
  'add: message with any verb': [
    conversation,
    'then the customer pays the shop',
    { edges: 'Customer -> Shop: ~pays', others: 0, shifts: true },
  ],
  'add: participant with a message': [
    conversation,
    'add Carrier as a participant and let Warehouse send "pick up" to Carrier',
    { texts: 'Carrier', edges: 'Warehouse -> Carrier: ~pick up', shifts: true },
  ],
  'add: decision told after a step': [
    publishing,
    'after review there should be a decision: approved? if yes publish, if no back to draft',
    {
      edges: 'Review -> ~approved; ~approved -> Publish: yes; ~approved -> Draft: no',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'add: loop': [
    publishing,
    'loop from publish back to review when errors are found',
    { edges: 'Publish -> Review: ~errors are found', others: 0 },
  ],
  'add: what writes to it': [
    shop,
    'add redis to the backend, payments writes to it',
    { edges: 'Payments -> Redis: ~writes', inside: { Backend: 'Redis' }, shifts: true },
  ],
  'add: class with a relation': [
    classes,
    'add a class Invoice with number and amount, Order has one Invoice',
    { edges: 'Order -> ~Invoice: ~has one', texts: '~number amount', shifts: true },
  ],
  'add: way that skips a step': [
    publishing,
    'add fast track between Draft and Publish that skips Review',
    { edges: 'Draft -> Fast track; Fast track -> Publish; Draft -> Review; Review -> Publish', shifts: true },
  ],
};
