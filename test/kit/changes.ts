/** Changes of canvases as people ask for them: what is there, what is asked for, and which boxes that touches. */
export type ChangeCase = { base: string; instruction: string; touches: string[] };

const flow = 'Sign up, verify email, choose plan, pay, done';
const branching = 'Sign up, verify email, choose plan; if payment fails, retry';
const arrows = 'draft -> review -> publish\nreview -> draft';
const kanban = `Kanban for a launch
To do: pricing page, release notes
Doing: landing page
Done: logo, name`;
const swot = `SWOT of pricing
Strengths: simple, known
Weaknesses: slow
Opportunities: Asia
Threats: rivals`;
const mindMap = 'Mind map of a conference: venue, speakers, tickets';
const orgChart = `Org chart
CEO
  CTO
    Dev
    Ops
  CFO
    Tax`;
const roadmap = 'Roadmap: Q1 research, Q2 build, Q3 beta';

const on = (base: string, cases: Record<string, string[]>): ChangeCase[] =>
  Object.entries(cases).map(([instruction, touches]) => ({ base, instruction, touches }));

export const changeCases: ChangeCase[] = [
  ...on(flow, {
    'add Invite team after Choose plan': [],
    'add Captcha before Sign up': [],
    'add Invoice, Receipt between Choose plan and Pay': [],
    'add Survey after Done': [],
    'add Refund': [],
    'rename Pay to Check out': ['Pay'],
    'rename Pay to Enter the details of the card and confirm the payment with your bank': ['Pay'],
    'remove Choose plan': ['Choose plan'],
    'make Verify email green': ['Verify email'],
    'highlight Pay': ['Pay'],
    'connect Done to Sign up labelled again': [],
    'disconnect Verify email from Choose plan': [],
    'make Pay red; rename Done to Finished; remove Sign up': ['Done', 'Pay', 'Sign up'],
    'SWOT of our pricing': [],
  }),
  ...on(branching, {
    'add Legal check after Verify email': [],
    'add Fraud check before Retry': [],
    'rename Retry to Try another card': ['Retry'],
    'remove Retry': ['Retry'],
  }),
  ...on(arrows, {
    'add Archive after Publish': [],
    'add Legal after Review; add Translate before Publish': [],
    'remove Review': ['Review'],
  }),
  ...on(kanban, {
    'add Press release to Doing': [],
    'add one, two, three, four and five to Doing': ['Doing'],
    'add Party to Done': ['Done'],
    'move Pricing page to Doing': ['Pricing page'],
    'move Landing page to Done': ['Done', 'Landing page'],
    'rename Doing to In progress': ['Doing'],
    'remove Logo': ['Logo'],
    'make Release notes red': ['Release notes'],
  }),
  ...on(swot, {
    'add Loyal customers to Strengths': ['Strengths'],
    'add Churn to Threats': ['Threats'],
    'rename Asia to Southeast Asia': ['Asia'],
  }),
  ...on(mindMap, {
    'add Catering': [],
    'remove Tickets': ['Tickets'],
    'rename Venue to A venue with room for a thousand visitors and a garden': ['Venue'],
  }),
  ...on(orgChart, {
    'add COO under CEO': [],
    'add Test under CTO; add Audit under CFO': [],
    'remove Dev': ['Dev'],
    'rename Ops to Platform': ['Ops'],
  }),
  ...on(roadmap, {
    'add Launch after Q3: Beta': [],
    'make Q2: Build red': ['Q2: Build'],
  }),
];
