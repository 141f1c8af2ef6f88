/** Canvases that several changes start from, in the notation of `planOf`. */

export const publishing = `flow right: Publishing
(Idea) -> Draft -> Review -> Publish -> (Done)`;

export const checkout = `flow right: Checkout
(Cart) -> Address -> Payment -> <Paid?>
<Paid?> -> Confirmation: yes
<Paid?> -> Error page: no
Error page -> Payment: try again`;

export const board = `kanban: Website relaunch
[To do] Write copy; Choose photos; Book hosting
[Doing] Design homepage; Set up analytics
[Done] Pick a name; Buy domain`;

export const swot = `swot: Bakery
[Strengths] Sourdough; Location
[Weaknesses] No online shop
[Opportunities] Catering; Delivery
[Threats] Rent; Supermarket`;

export const company = `tree down: Company
CEO -> CTO; CEO -> CFO; CEO -> COO
CTO -> Platform team; CTO -> App team
CFO -> Accounting`;

export const travel = `mindmap: Trip
Trip -> Flights; Trip -> Hotels; Trip -> Food
Flights -> Lisbon; Flights -> Porto
Food -> Seafood`;

export const history = `timeline right: History
2019: Idea; 2020: Prototype; 2022: Launch; 2024: Series A`;

export const shop = `flow right: Shop
[Frontend] Web app; Mobile app
[Backend] Orders; Payments; (Postgres)
Web app -> Orders; Mobile app -> Orders; Orders -> Payments; Orders -> Postgres; Payments -> Postgres`;

export const lanes = `flow right: Offer
[Sales] Draft offer; Send offer
[Legal] Check contract
[Finance] Approve price
Draft offer -> Check contract -> Approve price -> Send offer`;

export const ideas = `grid: Ideas
{Dark mode #yellow}; {Gift cards #yellow}; {Wishlist #blue}; {Faster checkout #green}; {Chat support #blue}`;

export const conversation = `sequence: Order
Customer -> Shop: order
Shop -> Warehouse: check stock
Shop -> Customer: confirm`;

export const classes = `class: Shop
Order | id, date | place()
Customer | name
Customer -> Order: places`;
