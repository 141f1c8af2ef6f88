import type { Changes } from '../case.ts';
import { board, checkout, company, history, publishing, shop, swot, travel } from './bases.ts';

const route = `flow right: Route
2019 Idea -> 2020 Prototype -> 2022 Launch`;

const architecture = `flow right: System
Browser -> API; API -> Cache; API -> Queue; Queue -> Worker`;

/** Changes that nobody asks for by a command: work that is told of, headings with lists, orders, conditions. */
export const reporting: Changes = {
  'told: done': [board, 'I wrote the copy', { moved: { 'Write copy': 'Done' }, shifts: true }],
  'told: an irregular verb, with a name': [
    board,
    "Mia has chosen the photos, and we've booked the hosting today",
    { moved: { 'Choose photos': 'Done', 'Book hosting': 'Done' }, shifts: true },
  ],
  'told: going on': [
    board,
    "we're booking the hosting right now",
    { moved: { 'Book hosting': 'Doing' }, shifts: true },
  ],
  'told: of something else': [board, 'the neighbours sold their house', { fails: true }],
  'told: no card of it': [board, 'I wrote a letter', { fails: true }],
  'told: replaced': [architecture, 'we replaced Cache by Redis', { renamed: { Cache: 'Redis' } }],
  'told: hired': [
    company,
    'the CFO hired Kim and Lou for Accounting',
    { edges: 'Accounting -> Kim; Accounting -> Lou', shifts: true },
  ],
  'told: a verb of a company': [company, 'the CEO sold the company to Kurt', { fails: true }],
  'heading: a branch': [
    travel,
    'Hotels: Casa Azul, Pensão Luz',
    { edges: 'Hotels -> Casa Azul; Hotels -> Pensão Luz', shifts: true },
  ],
  'heading: a new branch': [
    travel,
    'Museums: Prado, Gulbenkian',
    { edges: 'Trip -> Museums; Museums -> Prado; Museums -> Gulbenkian', shifts: true },
  ],
  'heading: a branch with a list': [
    travel,
    'add transport with bus, tram and boat',
    { edges: 'Trip -> Transport; Transport -> Bus; Transport -> Tram; Transport -> Boat', shifts: true },
  ],
  'heading: how many more': [
    swot,
    'two more threats: inflation and strikes',
    { inside: { Threats: 'Inflation; Strikes' }, shifts: true },
  ],
  'heading: not one any more': [swot, "Rent isn't a threat any longer", { gone: 'Rent', shifts: true }],
  'order: first, then': [
    board,
    'hosting first, then the photos, then the copy',
    { order: 'Book hosting; Choose photos; Write copy', touched: 'Book hosting; Choose photos; Write copy' },
  ],
  'order: without a verb': [
    board,
    'alphabetical order please',
    { order: 'Book hosting; Choose photos; Write copy', shifts: true },
  ],
  'condition: at the end': [
    checkout,
    "also thank the customer when it's paid",
    {
      edges: 'Paid? -> Thank the customer; Thank the customer -> Confirmation',
      noEdges: 'Paid? -> Confirmation',
      shifts: true,
    },
  ],
  'condition: what if': [
    publishing,
    'What if the review takes too long? Then ask another editor.',
    { edges: 'Review -> Ask another editor', shifts: true },
  ],
  'between: first': [
    architecture,
    'The browser should talk to a load balancer first',
    { edges: 'Browser -> Load balancer; Load balancer -> API', noEdges: 'Browser -> API', shifts: true },
  ],
  'date: a sentence': [
    history,
    'in 2021 we hired ten people',
    { order: '2020: Prototype; ~ten people; 2022: Launch', shifts: true },
  ],
  'date: on a line': [
    route,
    'add 2021 first customer',
    {
      edges: '2020 Prototype -> 2021 first customer; 2021 first customer -> 2022 Launch',
      noEdges: '2020 Prototype -> 2022 Launch',
      shifts: true,
    },
  ],
  'remove: with everybody': [
    company,
    'remove CTO with everybody in it',
    { gone: 'CTO; Platform team; App team', shifts: true },
  ],
  'remove: but keep': [
    board,
    'drop the Doing column but keep its cards in To do',
    { gone: 'Doing', moved: { 'Design homepage': 'To do', 'Set up analytics': 'To do' }, shifts: true },
  ],
  'looks: leaves': [
    company,
    'highlight the leaf teams in green',
    {
      touched: 'Platform team; App team; Accounting; COO',
      colors: { green: 'Platform team; App team; Accounting; COO' },
    },
  ],
  'looks: no such shape': [architecture, 'make Cache a cylinder', { fails: '~circles' }],
  'put: spanish': [board, 'pon "Comprar pan" en To do', { inside: { 'To do': 'Comprar pan' }, shifts: true }],
  'put: german': [
    board,
    'setze "Logo wählen" auf To do',
    { inside: { 'To do': 'Logo wählen' }, shifts: true },
  ],
  'told: passive': [
    board,
    'the copy is written and the photos chosen',
    { moved: { 'Write copy': 'Done', 'Choose photos': 'Done' }, shifts: true },
  ],
  'told: what comes next': [
    board,
    'next up: hosting, then photos',
    { order: 'Book hosting; Choose photos; Write copy', touched: 'Write copy', shifts: true },
  ],
  'told: a corrected state': [
    swot,
    "Rent isn't a threat, it's a weakness",
    { moved: { Rent: 'Weaknesses' }, shifts: true },
  ],
  'told: several new names': [
    shop,
    'Orders becomes Sales, Payments becomes Stripe',
    { renamed: { Orders: '=Sales', Payments: '=Stripe' } },
  ],
  'told: a way through something new': [
    shop,
    'Payments should go through a fraud check first',
    { edges: 'Payments -> Fraud check -> Postgres', noEdges: 'Payments -> Postgres', shifts: true },
  ],
  'told: a way through something new, to the end of a fan': [
    company,
    'Accounting should go through a controller first',
    { edges: 'CFO -> Controller -> Accounting', noEdges: 'CFO -> Accounting', shifts: true },
  ],
  'told: another one is': [
    swot,
    'another threat is inflation',
    { inside: { Threats: 'Inflation' }, shifts: true },
  ],
  'told: where something starts': [
    history,
    'Launch starts in 2021 instead',
    { renamed: { '2022: Launch': '=2021: Launch' }, shifts: true },
  ],
  'list: below a heading that is new': [
    board,
    'Urgent: call printer, copy files',
    { inside: { Urgent: 'Call printer; Copy files' }, shifts: true },
  ],
};
