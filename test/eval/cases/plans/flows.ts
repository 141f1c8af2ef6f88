import type { Plans } from '../case.ts';

/** Processes as models plan them: with decisions, loops, hubs, lanes and pools. */
export const flows: Plans = {
  'plan: sign-up with loop': [
    `flow down: Sign-up
(Landing page) -> Enter e-mail -> <Valid?>
<Valid?> -> Send code: yes
<Valid?> -> Enter e-mail: no
Send code -> <Code correct?>
<Code correct?> -> Create profile: yes
<Code correct?> -> Send code: resend
Create profile -> (Dashboard)`,
    { direction: 'down' },
  ],
  'plan: order to cash': [
    `flow right: Order to cash
(Order received) -> Check credit -> <Credit ok?>
<Credit ok?> -> Reserve stock: yes
<Credit ok?> -> Ask for prepayment: no
Ask for prepayment -> <Paid?>
<Paid?> -> Reserve stock: yes
<Paid?> -> Cancel order: no
Reserve stock -> Pick -> Pack -> Ship
Ship -> Send invoice -> Receive payment -> (Closed)
Cancel order -> (Closed)`,
    { direction: 'right' },
  ],
  'plan: four decisions': [
    `flow down: Access request
(Request) -> <Known user?>
<Known user?> -> Create account: no
<Known user?> -> <Role allowed?>: yes
Create account -> <Role allowed?>
<Role allowed?> -> <Needs approval?>: yes
<Role allowed?> -> Reject: no
<Needs approval?> -> Ask manager: yes
<Needs approval?> -> Grant access: no
Ask manager -> <Approved?>
<Approved?> -> Grant access: yes
<Approved?> -> Reject: no
Grant access -> (Done)
Reject -> (Done)`,
  ],
  'plan: hub of services': [
    `flow right: Event hub
Web -> Event bus; Mobile -> Event bus; Partners -> Event bus; POS -> Event bus
Event bus -> Billing; Event bus -> Search index; Event bus -> Mail; Event bus -> Analytics; Event bus -> Fraud check; Event bus -> Archive`,
  ],
  'plan: two hubs': [
    `flow right: Brokers
A1 -> North hub; A2 -> North hub; A3 -> North hub; B1 -> South hub; B2 -> South hub; B3 -> South hub
North hub -> South hub: sync
South hub -> North hub: sync
North hub -> Reports; South hub -> Reports`,
  ],
  'plan: lanes': [
    `flow right: Offer to contract
[Customer] (Ask for offer); Sign contract
[Sales] Clarify needs; Write offer; <Discount?>
[Finance] Approve discount
[Legal] Prepare contract
Ask for offer -> Clarify needs -> Write offer -> Discount?
Discount? -> Approve discount: over 10 %
Discount? -> Prepare contract: no
Approve discount -> Prepare contract -> Sign contract`,
    { count: { frame: 4 } },
  ],
  'plan: pools with lanes': [
    `flow right: Purchase across companies
[Buyer]
  [Department] (Need arises); Check delivery
  [Purchasing] Write order; Pay invoice
[Supplier]
  [Order desk] Confirm order; Send invoice
  [Warehouse] Pick goods; Ship goods
Need arises -> Write order -> Confirm order -> Pick goods -> Ship goods -> Check delivery -> Pay invoice
Confirm order -> Send invoice -> Pay invoice`,
    { count: { frame: 6 } },
  ],
  'plan: three pools': [
    `flow right: Claim
[Policyholder] (Report damage); Upload photos; Receive money
[Insurer]
  [Call centre] Register claim
  [Claims] Check policy; <Covered?>; Reject
  [Finance] Pay
[Expert] Inspect; Write report
Report damage -> Register claim -> Check policy -> Covered?
Covered? -> Reject: no
Covered? -> Inspect: yes
Upload photos -> Check policy
Inspect -> Write report -> Pay -> Receive money`,
    { count: { frame: 6 } },
  ],
  'plan: parallel gateways': [
    `flow right: Product launch
(Go) -> Fork
Fork -> Write copy; Fork -> Shoot photos; Fork -> Train support; Fork -> Stock shops
Write copy -> Translate -> Join
Shoot photos -> Retouch -> Join
Train support -> Join; Stock shops -> Join
Join -> (Launch)`,
  ],
  'plan: long chain': [
    `flow right: Passport
(Book appointment) -> Gather documents -> Take photo -> Fill form -> Visit office -> Give fingerprints -> Pay fee -> Wait -> Receive letter -> Collect passport -> Check data -> (Sign)`,
  ],
  'plan: five steps to the right': [
    'flow right: Basic\n(Idea) -> Sketch -> Build -> Test -> (Ship)',
    { direction: 'right', order: 'Idea; Sketch; Build; Test; Ship' },
  ],
  'plan: seven steps down': [
    'flow down: Basic\n(Wake up) -> Shower -> Breakfast -> Commute -> Work -> Lunch -> (Home)',
    { direction: 'down', order: 'Wake up; Shower; Breakfast; Commute; Work; Lunch; Home' },
  ],
  'plan: back to the start': [
    `flow right: Support
(Ticket) -> Classify -> Assign -> Solve -> <Customer happy?>
<Customer happy?> -> (Closed): yes
<Customer happy?> -> Classify: no
Assign -> Classify: wrong team
Solve -> Assign: needs other skills`,
  ],
  'plan: decision with five ways': [
    `flow down: Router
(Message) -> <Topic?>
<Topic?> -> Billing: invoice
<Topic?> -> Tech support: bug
<Topic?> -> Sales: price
<Topic?> -> HR: job
<Topic?> -> Front desk: other
Billing -> (Answered); Tech support -> (Answered); Sales -> (Answered); HR -> (Answered); Front desk -> (Answered)`,
  ],
  'plan: dashed feedback': [
    `flow right: Learning
Collect data -> Train -> Evaluate -> Deploy -> Monitor
Monitor --> Collect data: feedback
Evaluate --> Train: tune`,
  ],
  'plan: nested decisions': [
    `flow down: Loan
(Apply) -> <Complete?>
<Complete?> -> Ask for documents: no
Ask for documents -> <Complete?>
<Complete?> -> <Score over 600?>: yes
<Score over 600?> -> Decline: no
<Score over 600?> -> <Collateral?>: yes
<Collateral?> -> Offer 3 %: yes
<Collateral?> -> Offer 5 %: no
Offer 3 % -> <Signed?>; Offer 5 % -> <Signed?>
<Signed?> -> Pay out: yes
<Signed?> -> Decline: no`,
  ],
  'plan: swim lanes with notes': [
    `flow right: Incident
"Incident handling"
[On-call] (Alert); Acknowledge; Mitigate
[Team] Find cause; Fix
[Comms] Post status; Close status
{Page after 5 min}
Alert -> Acknowledge -> Mitigate -> Find cause -> Fix -> Close status
Acknowledge -> Post status -> Close status`,
  ],
  'plan: two flows': [
    'flow right: Two\n(Order) -> Pay -> Ship -> (Done)\n(Return) -> Inspect -> Refund -> (Finished)',
  ],
  'plan: self loop': ['flow right: Retry\n(Start) -> Call API -> (End)\nCall API -> Call API: retry'],
  'plan: both directions': [
    'flow right: Sync\nPhone -> Cloud: upload\nCloud -> Phone: download\nCloud -> Laptop: download\nLaptop -> Cloud: upload',
  ],
};
