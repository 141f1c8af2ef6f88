import type { Plans } from '../case.ts';

/** Graphs without a main line: state machines, meshes, architectures, data models and dependencies. */
export const networks: Plans = {
  'plan: state machine of an order': [
    `flow right: Order states
(New) -> Paid: payment; Paid -> Packed: pick; Packed -> Shipped: courier; Shipped -> Delivered: signed
New -> Cancelled: timeout; Paid -> Cancelled: customer; Packed -> Cancelled: damaged
Shipped -> Returned: refused; Delivered -> Returned: within 30 days
Returned -> Refunded: inspected; Cancelled -> Refunded: was paid`,
  ],
  'plan: state machine of a player': [
    `flow right: Player
(Stopped) -> Playing: play; Playing -> Paused: pause; Paused -> Playing: play; Playing -> Stopped: stop; Paused -> Stopped: stop
Playing -> Buffering: stall; Buffering -> Playing: ready; Buffering -> Failed: timeout; Failed -> Stopped: reset`,
  ],
  'plan: TCP states': [
    `flow down: TCP
(CLOSED) -> LISTEN: passive open; CLOSED -> SYN_SENT: connect; LISTEN -> SYN_RCVD: SYN; LISTEN -> SYN_SENT: send
SYN_SENT -> ESTABLISHED: SYN+ACK; SYN_RCVD -> ESTABLISHED: ACK; SYN_SENT -> SYN_RCVD: SYN
ESTABLISHED -> FIN_WAIT_1: close; ESTABLISHED -> CLOSE_WAIT: FIN; FIN_WAIT_1 -> FIN_WAIT_2: ACK; FIN_WAIT_1 -> CLOSING: FIN
FIN_WAIT_2 -> TIME_WAIT: FIN; CLOSING -> TIME_WAIT: ACK; CLOSE_WAIT -> LAST_ACK: close; LAST_ACK -> CLOSED: ACK; TIME_WAIT -> CLOSED: 2 MSL`,
  ],
  'plan: mesh of six': [
    `flow right: Service mesh
Auth -> Users; Auth -> Sessions; Users -> Orders; Orders -> Payments; Orders -> Stock; Payments -> Auth; Stock -> Users; Sessions -> Users; Payments -> Orders; Stock -> Payments; Sessions -> Stock`,
  ],
  'plan: full mesh of five': [
    `flow right: Cluster
N1 -> N2; N1 -> N3; N1 -> N4; N1 -> N5; N2 -> N3; N2 -> N4; N2 -> N5; N3 -> N4; N3 -> N5; N4 -> N5`,
  ],
  'plan: microservices': [
    `flow right: Web shop
[Clients] Web; iOS; Android
[Edge] CDN; API gateway
[Services] Auth; Catalog; Cart; Orders; Payments; Mail
[Data] (Postgres); (Redis); (Elastic); (Kafka)
Web -> CDN; iOS -> API gateway; Android -> API gateway; CDN -> API gateway
API gateway -> Auth; API gateway -> Catalog; API gateway -> Cart; API gateway -> Orders
Auth -> Postgres; Catalog -> Elastic; Cart -> Redis; Orders -> Postgres; Orders -> Payments; Orders -> Kafka
Kafka -> Mail; Payments -> Kafka`,
    { count: { frame: 4 } },
  ],
  'plan: nested cloud': [
    `flow right: Cloud
(Internet)
[AWS]
  [VPC]
    [Public subnet] Load balancer; Bastion
    [Private subnet] App 1; App 2; Worker
    [Data subnet] (RDS primary); (RDS replica)
  S3; CloudWatch
Internet -> Load balancer; Internet -> Bastion
Load balancer -> App 1; Load balancer -> App 2
App 1 -> RDS primary; App 2 -> RDS primary; Worker -> RDS replica; RDS primary -> RDS replica: replication
App 1 -> S3; Worker -> S3; App 1 -> CloudWatch; App 2 -> CloudWatch`,
    { count: { frame: 5 } },
  ],
  'plan: kubernetes': [
    `flow right: Kubernetes
[Control plane] API server; (etcd); Scheduler; Controller manager
[Node 1] kubelet 1; Pod A; Pod B
[Node 2] kubelet 2; Pod C; Pod D
kubectl -> API server; API server -> etcd; Scheduler -> API server; Controller manager -> API server
API server -> kubelet 1; API server -> kubelet 2; kubelet 1 -> Pod A; kubelet 1 -> Pod B; kubelet 2 -> Pod C; kubelet 2 -> Pod D`,
  ],
  'plan: data model': [
    `flow right: Shop data
Customer -> Order: 1:n places; Order -> Line item: 1:n contains; Product -> Line item: 1:n; Category -> Product: 1:n; Customer -> Address: 1:n; Order -> Address: ships to; Order -> Payment: 1:1; Product -> Supplier: n:1; Product -> Review: 1:n; Customer -> Review: writes`,
  ],
  'plan: entities with attributes': [
    `flow right: Blog
[User] id; name; e-mail
[Post] id ; title; body
[Comment] text; date
[Tag] label
User -> Post: writes; Post -> Comment: has; User -> Comment: writes; Post -> Tag: n:m`,
    { count: { frame: 4 } },
  ],
  'plan: dependencies of packages': [
    `flow down: Packages
app -> ui; app -> api; app -> config; ui -> theme; ui -> icons; ui -> core; api -> core; api -> http; api -> auth; auth -> core; auth -> crypto; http -> core; config -> core; theme -> core`,
  ],
  'plan: data pipeline': [
    `flow right: Data platform
CRM -> Ingest; ERP -> Ingest; Web logs -> Kafka; Sensors -> Kafka; Kafka -> Stream job; Ingest -> Raw zone; Stream job -> Raw zone; Raw zone -> Clean job -> Clean zone -> dbt models -> Warehouse; Warehouse -> Dashboards; Warehouse -> Reverse ETL; Reverse ETL -> CRM: segments; Clean zone -> Feature store -> Model training -> Model API`,
  ],
  'plan: sequence as flow': [
    `flow down: Login
[User] Types password; Sees dashboard
[App] Sends login; Stores token
[Server] Checks password; Issues token
Types password -> Sends login -> Checks password -> Issues token -> Stores token -> Sees dashboard`,
  ],
  'plan: sequence': [
    `sequence: Take money out
(Customer); ATM; Bank
Customer -> ATM: insert card and PIN
ATM -> Bank: check PIN
Bank --> ATM: PIN is right
ATM -> ATM: count notes
ATM -> Bank: debit 50 €
Bank --> ATM: booked
ATM --> Customer: notes and receipt`,
  ],
  'plan: classes': [
    `class: Shapes
Shape | +color: Color | +area(): number, +draw()
Circle | -radius: number | +area(): number
Color | RED, GREEN, BLUE
Canvas | -title: string | +add(shape: Shape)
Circle -> Shape: extends
Canvas -> Shape: shows (1 to 0..n)
Shape -> Color`,
  ],
  'plan: entities': [
    `class: Library
Member | id, name, joined on
Loan | id, member id, copy id, due on
Copy | id, book id, shelf
Book | id, ISBN, title
Member -> Loan: takes (1 to 0..n)
Loan -> Copy: is of (0..n to 1)
Copy -> Book: of (1..n to 1)`,
  ],
  'plan: states': [
    `state: Washing machine
(Start) -> Off
Off -> Idle: power on
Idle -> Filling: start
Filling -> Washing: full
Washing -> Washing: drum turns
Washing -> Draining: time is up
Draining -> Spinning: empty
Spinning -> Idle: done
Idle -> Off: power off
Filling -> Error: no water
Error -> Idle: reset`,
  ],
  'plan: network of people': [
    `grid: Who knows whom
Ana -> Bo; Ana -> Cy; Bo -> Di; Cy -> Di; Di -> Ed; Ed -> Fay; Fay -> Ana; Bo -> Fay; Gus -> Ana; Gus -> Ed; Hal -> Gus`,
  ],
  'plan: home network': [
    'flow down: Home network\n(Internet) -> Modem -> Router; Router -> Switch; Router -> Access point; Switch -> NAS; Switch -> Desktop; Switch -> Printer; Access point -> Phone; Access point -> Tablet; Access point -> TV',
  ],
  'plan: causal loops': [
    `flow right: Growth
Users -> Content: create; Content -> Search traffic: ranks; Search traffic -> Users: sign up; Users -> Revenue: pay; Revenue -> Ads: budget; Ads -> Users: bring; Revenue -> Product: invest; Product -> Users: keeps`,
  ],
  'plan: class hierarchy': [
    'tree down: Shapes\nShape -> Polygon; Shape -> Ellipse; Polygon -> Triangle; Polygon -> Rectangle; Rectangle -> Square; Ellipse -> Circle',
  ],
  'plan: bipartite': [
    `flow right: Skills
Ana -> Java; Ana -> SQL; Ana -> AWS; Bo -> Java; Bo -> React; Cy -> SQL; Cy -> Python; Di -> React; Di -> Figma; Ed -> AWS; Ed -> Python; Ed -> SQL`,
  ],
};
