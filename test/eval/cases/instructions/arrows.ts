import type { Instructions } from '../case.ts';

/** Chains and graphs that are typed with arrows of some kind. */
export const arrows: Instructions = {
  'arrows: three': ['Draft -> Review -> Publish', { edges: 'Draft -> Review -> Publish' }],
  'arrows: backwards': ['Invoice <- Delivery <- Order', { edges: 'Order -> Delivery -> Invoice' }],
  'arrows: both ways': ['App <-> API <-> Database', { edges: 'App -- API -- Database' }],
  'arrows: with messages': [
    'Customer -> Shop: order\nShop -> Bank: charge card\nBank -> Shop: ok\nShop -> Customer: receipt',
    {
      edges:
        'Customer -> Shop: order; Shop -> Bank: charge card; Bank -> Shop: ok; Shop -> Customer: receipt',
      count: { connector: 4 },
    },
  ],
  'arrows: message with commas': [
    'Browser -> Server: GET /cart, cookies\nServer -> Browser: 200, HTML',
    { edges: 'Browser -> Server: GET /cart, cookies; Server -> Browser: 200, HTML' },
  ],
  'arrows: from to': [
    'connections: kitchen to hall, hall to bathroom, hall to garden',
    { title: 'Connections', edges: 'Kitchen -> Hall -> Bathroom; Hall -> Garden' },
  ],
  'arrows: chain and branch': ['A -> B -> C; B -> D', { edges: 'A -> B -> C; B -> D' }],
  'arrows: brackets in names': [
    'Draft (v1) -> Review (legal) -> Sign-off [CEO]',
    { edges: 'Draft (v1) -> Review (legal) -> Sign-off [CEO]' },
  ],
  'arrows: hyphens in names': [
    'ABC-123 -> Pick-up -> X-ray -> Check-out',
    { edges: 'ABC-123 -> Pick-up -> X-ray -> Check-out' },
  ],
  'arrows: fat': ['Lead => Qualified => Proposal => Won', { edges: 'Lead -> Qualified -> Proposal -> Won' }],
  'arrows: unicode': ['wake up → coffee → shower → work', { edges: 'wake up -> coffee -> shower -> work' }],
  'arrows: two dashes': [
    'start --> load config --> connect db --> serve requests',
    { edges: 'start -> load config -> connect db -> serve requests' },
  ],
  'arrows: many dashes': ['idea ----> poc ----> mvp ----> v1', { edges: 'idea -> poc -> mvp -> v1' }],
  'arrows: breadcrumbs': [
    'Home > Products > Shoes > Cart > Checkout',
    { edges: 'Home -> Products -> Shoes -> Cart -> Checkout' },
  ],
  'arrows: no spaces': ['a->b->c->d->a', { edges: 'a -> b -> c -> d -> a' }],
  'arrows: a line each': [
    'Landing page -> Sign up\nSign up -> Verify email\nVerify email -> Dashboard\nSign up -> Login\nLogin -> Dashboard',
    { edges: 'Landing page -> Sign up -> Verify email -> Dashboard; Sign up -> Login -> Dashboard' },
  ],
  'arrows: labels in the arrow': [
    'Draft --> Review\nReview -- approved --> Publish\nReview -- rejected --> Draft',
    { edges: 'Draft -> Review; Review -> Publish: approved; Review -> Draft: rejected' },
  ],
  'arrows: question with answers': [
    'Order received -> In stock? (yes) -> Ship; In stock? (no) -> Backorder',
    {
      edges: 'Order received -> In stock; In stock -> Ship: yes; In stock -> Backorder: no',
      shapes: { diamond: 'In stock' },
    },
  ],
  'arrows: question, short': [
    'Cart -> Payment ok? yes -> Ship; no -> Cancel order',
    { edges: 'Cart -> Payment ok; Payment ok -> Ship: yes; Payment ok -> Cancel order: no' },
  ],
  'arrows: fan out': [
    'Gateway -> Auth, Orders, Catalog; Orders -> Postgres',
    { edges: 'Gateway -> Auth; Gateway -> Orders; Gateway -> Catalog; Orders -> Postgres' },
  ],
  'arrows: fan in': [
    'CSV, API, Webhook -> Importer -> Warehouse -> Dashboard',
    {
      edges: 'CSV -> Importer; API -> Importer; Webhook -> Importer; Importer -> Warehouse -> Dashboard',
    },
  ],
  'arrows: with ampersand': [
    'Research & Development -> Sales & Marketing -> Customers',
    { edges: 'Research & Development -> Sales & Marketing -> Customers', count: { connector: 2 } },
  ],
  'arrows: loop': [
    'Build -> Measure -> Learn -> Build',
    { edges: 'Build -> Measure -> Learn -> Build', count: { shape: 3 } },
  ],
  'arrows: after a title': [
    'Bug triage: report -> reproduce -> prioritise -> fix -> verify -> close',
    {
      title: '~bug triage',
      edges: 'report -> reproduce -> prioritise -> fix -> verify -> close',
    },
  ],
  'arrows: title on its own line': [
    'Release train\n\nfeature branch -> code review -> main -> staging -> production',
    { title: 'Release train', edges: 'feature branch -> code review -> main -> staging -> production' },
  ],
  'arrows: left to right': [
    'left to right: Idea -> Spec -> Build -> Ship -> Learn',
    { edges: 'Idea -> Spec -> Build -> Ship -> Learn', direction: 'right', absent: 'left to right' },
  ],
  'arrows: top down': [
    'Lead -> Call -> Demo -> Offer -> Contract, vertical please',
    { edges: 'Lead -> Call -> Demo -> Offer -> Contract', direction: 'down', absent: 'vertical' },
  ],
  'arrows: polite': [
    'hey can you draw this pls: Login -> Dashboard -> Reports -> Logout thx',
    { edges: 'Login -> Dashboard -> Reports -> Logout', absent: 'can you draw; thx' },
  ],
  'arrows: quoted names': [
    '"Sign up" -> "Confirm e-mail, then wait" -> "Welcome"',
    {
      edges: [
        ['Sign up', 'Confirm e-mail, then wait'],
        ['Confirm e-mail, then wait', 'Welcome'],
      ],
    },
  ],
  'arrows: undirected': [
    'Berlin -- Hamburg -- Kiel -- Lübeck',
    { edges: 'Berlin -- Hamburg -- Kiel -- Lübeck' },
  ],
  'arrows: undirected ring': [
    'Wanderweg: Hütte -- Gipfel, Gipfel -- See, See -- Hütte, See -- Parkplatz',
    { edges: 'Hütte -- Gipfel -- See -- Hütte; See -- Parkplatz', count: { shape: 4, connector: 4 } },
  ],
  'arrows: dashed': [
    'Client -.-> Cache\nClient --> Server\nServer --> DB',
    { edges: 'Client -> Cache; Client -> Server; Server -> DB' },
  ],
  'arrows: among notes': [
    'talked to Jana about the intake. it goes like this\n\nemail -> inbox -> triage -> assigned\n\nwe should automate the triage step later',
    { edges: 'email -> inbox -> triage -> assigned', others: 2 },
  ],
  'arrows: vertical': ['Idea\n↓\nPrototype\n↓\nLaunch', { edges: 'Idea -> Prototype -> Launch' }],
  'arrows: below a heading': [
    'Hi! We move our backend next quarter. The plan:\n\nMonolith -> Strangler proxy -> Services\n\nLet me know if that makes sense.',
    { title: 'The plan', edges: 'Monolith -> Strangler proxy -> Services', others: 1 },
  ],
  'arrows: two named chains': [
    'Happy path: cart -> pay -> ship\nReturns: parcel -> check -> refund',
    { inside: { 'Happy path': 'cart; pay; ship', Returns: 'parcel; check; refund' }, edges: 'pay -> ship' },
  ],
  'arrows: Mermaid without its header': [
    'A[Start] --> B{OK?}\nB -->|yes| C[Deploy]\nB -->|no| A',
    { edges: 'Start -> OK; OK -> Deploy: yes; OK -> Start: no', shapes: { diamond: 'OK' } },
  ],
  'arrows: question on its own line': [
    'Paid?\nyes -> Ship\nno -> Remind -> Paid?',
    { edges: 'Paid -> Ship: yes; Paid -> Remind: no; Remind -> Paid', shapes: { diamond: 'Paid' } },
  ],
  'arrows: full width': ['下单＝＞付款＝＞发货', { edges: '下单 -> 付款 -> 发货' }],
  'arrows: autocorrected dashes': ['User —> App –> DB', { edges: 'User -> App -> DB' }],
  'arrows: colours': [
    'Start (green) -> Work -> Stop (red)',
    { edges: 'Start|Start (green) -> Work -> Stop|Stop (red)', colors: { green: '~start', red: '~stop' } },
  ],
  'arrows: steps with sentences': [
    'Customer calls hotline -> agent opens a ticket in Zendesk -> 2nd level analyses the logs -> fix is deployed -> customer gets a mail',
    {
      edges:
        'Customer calls hotline -> agent opens a ticket in Zendesk -> 2nd level analyses the logs -> fix is deployed -> customer gets a mail',
    },
  ],
  'arrows: when, behind each end': [
    'states of an order: new -> paid on payment, paid -> shipped on dispatch, paid -> cancelled on refund',
    { edges: 'New -> Paid: ~payment; Paid -> Shipped: ~dispatch; Paid -> Cancelled: ~refund', others: 0 },
  ],
};
