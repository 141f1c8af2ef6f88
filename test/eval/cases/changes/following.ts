import type { Changes } from '../case.ts';
import { board, checkout, company, publishing, shop, swot, travel } from './bases.ts';

/** Changes that are told with their place, that go on from what was said before, or follow an answer. */
export const following: Changes = {
  'told: after a step, without a comma': [
    publishing,
    'after reviewing we fix the typos',
    {
      edges: 'Review -> Fix the typos; Fix the typos -> Publish',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'told: between two': [
    publishing,
    'in between draft and review we let it rest, then read it aloud',
    {
      edges: 'Draft -> Let it rest; Let it rest -> Read it aloud; Read it aloud -> Review',
      noEdges: 'Draft -> Review',
      shifts: true,
    },
  ],
  'told: once it is done': [
    publishing,
    'we also tell the readers once it has been published',
    {
      edges: 'Publish -> Tell the readers; Tell the readers -> Done',
      noEdges: 'Publish -> Done',
      shifts: true,
    },
  ],
  'told: who does it': [
    publishing,
    'the editor should sign it off before publishing',
    {
      texts: '=The editor: sign it off',
      inLine: 'Review; The editor: sign it off; Publish',
      edges: '',
      noEdges: 'Review -> Publish',
      shifts: true,
    },
  ],
  'told: without a subject': [
    checkout,
    'need a voucher step before payment please',
    { edges: 'Address -> Voucher; Voucher -> Payment', noEdges: 'Address -> Payment', shifts: true },
  ],
  'told: not any more': [publishing, 'we dont review anymore', { gone: 'Review', shifts: true }],
  'told: decided against': [board, 'we decided against the hosting', { gone: 'Book hosting', shifts: true }],
  'told: replaced by': [shop, 'Payments is replaced by Stripe', { renamed: { Payments: '=Stripe' } }],
  'told: instead': [
    travel,
    'Seafood is cancelled, we do tapas instead',
    { renamed: { Seafood: 'tapas' }, shifts: true },
  ],
  'told: one for another': [travel, 'Madeira statt Porto', { renamed: { Porto: '=Madeira' }, shifts: true }],
  'told: works for another': [
    company,
    'Platform team now reports to COO instead of CTO',
    { edges: 'COO -> Platform team', touched: 'Platform team', shifts: true },
  ],
  'told: new ones below': [
    travel,
    'beach club and gallery go under hotels',
    { edges: 'Hotels -> Beach club; Hotels -> Gallery', shifts: true },
  ],
  'question: is there a way': [
    publishing,
    'is there a way to drop the review?',
    { gone: 'Review', shifts: true },
  ],
  'it: of a thing named before': [
    publishing,
    'take Review, rename it to Check and make it green',
    { renamed: { Review: '=Check' }, colors: { green: 'Check' } },
  ],
  'it: of what happened': [
    travel,
    'seafood is off, replace it with steak',
    { renamed: { Seafood: 'steak' }, shifts: true },
  ],
  'it: of a new arrow': [
    checkout,
    'connect Confirmation to Cart and label it "order again"',
    { edges: 'Confirmation -> Cart: order again' },
  ],
  'answer: colour of a branch': [
    checkout,
    'everything on the no branch orange',
    { colors: { orange: 'Error page' }, touched: 'Error page' },
  ],
  'parts: counted': [
    publishing,
    'split Review into three steps: check facts, fix typos, add pictures',
    {
      gone: 'Review',
      edges: 'Draft -> Check facts; Fix typos -> Add pictures; Add pictures -> Publish',
      shifts: true,
    },
  ],
  'contents: in it': [
    board,
    'make a new column called Ideas with podcast and newsletter in it',
    { inside: { Ideas: 'Podcast; Newsletter' }, shifts: true },
  ],
  'contents: counted people': [
    company,
    'Accounting gets 2 people: Mr Hall and Ms Reed',
    { edges: 'Accounting -> Mr Hall; Accounting -> Ms Reed', shifts: true },
  ],
  'places: two additions': [
    travel,
    'add museums to food and wine as a new branch with port and vinho verde',
    { edges: 'Food -> Museums; Trip -> Wine; Wine -> Port; Wine -> Vinho verde', shifts: true },
  ],
  'looks: of all that is added': [
    board,
    'add "call caterer" and "print menus" to To do, both yellow',
    {
      inside: { 'To do': 'Write copy; Choose photos; Book hosting; Call caterer; Print menus' },
      colors: { yellow: 'Call caterer; Print menus' },
      shifts: true,
    },
  ],
  'merge: german, with a noun': [
    board,
    'fasse Write copy und Choose photos zu einer Karte "Inhalte" zusammen',
    { gone: 'Write copy; Choose photos', inside: { 'To do': 'Inhalte; Book hosting' }, shifts: true },
  ],
  'add: spanish, the place first': [
    publishing,
    'entre Draft y Review agrega un paso "Traducir"',
    { edges: 'Draft -> Traducir; Traducir -> Review', noEdges: 'Draft -> Review', shifts: true },
  ],
  'told: moves from one to another': [
    company,
    'Accounting moves from CFO to the COO',
    { edges: 'COO -> Accounting', touched: 'Accounting', shifts: true },
  ],
  'told: opens below': [
    company,
    'a Data team opens under the CTO',
    { edges: 'CTO -> Data team', shifts: true },
  ],
  'told: went live': [
    board,
    'the design homepage went live',
    { moved: { 'Design homepage': 'Done' }, shifts: true },
  ],
  'told: is being done': [
    board,
    'the photos are being chosen now',
    { moved: { 'Choose photos': 'Doing' }, shifts: true },
  ],
  'told: dropped and added': [
    board,
    'we dropped Book hosting and added a quiz',
    { gone: 'Book hosting', texts: 'quiz', shifts: true },
  ],
  'told: rather than': [
    swot,
    'Location is a weakness rather than a strength',
    { moved: { Location: 'Weaknesses' }, shifts: true },
  ],
  'told: not directly, but through another': [
    shop,
    'Mobile app should not talk to Orders directly but through the Web app',
    { edges: 'Mobile app -> Web app', noEdges: 'Mobile app -> Orders', shifts: true },
  ],
  'used by: what reads from it': [
    shop,
    'add a cache that Payments reads from',
    { edges: 'Payments -> Cache', shifts: true },
  ],
  'looks: a shape in a colour': [
    publishing,
    'rename Review to Check and show it as an ellipse in purple',
    {
      renamed: { Review: '=Check' },
      colors: { purple: 'Check' },
      shapes: { ellipse: 'Check' },
      shifts: true,
    },
  ],
  'name: instead of': [publishing, 'call it Check instead of Review', { renamed: { Review: '=Check' } }],
};
