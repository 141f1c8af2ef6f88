import type { Instructions } from '../case.ts';

/** Architectures, data models, state machines and sequences in words. */
export const systems: Instructions = {
  'architecture: calls': [
    'architecture: the browser calls the API gateway, the gateway talks to the auth service and the order service, the order service writes to Postgres and publishes to Kafka',
    {
      edges:
        '~browser -> ~gateway; ~gateway -> ~auth service; ~gateway -> ~order service; ~order service -> ~Postgres; ~order service -> ~Kafka',
      count: { shape: [6, 7] },
      absent: 'architecture',
    },
  ],
  'architecture: layers': [
    'three-tier architecture: presentation layer (web, mobile), business layer (orders, billing), data layer (postgres, redis)',
    {
      inside: { '~presentation': 'web; mobile', '~business': 'orders; billing', '~data': 'postgres; redis' },
    },
  ],
  'architecture: list only': [
    'microservices: gateway, users, orders, payments, notifications',
    {
      peers: 'users; orders; payments; notifications',
      texts: 'gateway; users; orders; payments; notifications',
      absent: 'microservices',
    },
  ],
  'architecture: aws': [
    'AWS setup with CloudFront -> ALB -> 2 EC2 instances -> RDS, plus S3 for images',
    { edges: '~CloudFront -> ~ALB -> ~EC2 -> ~RDS', texts: '~S3', others: 2 },
  ],
  'architecture: groups': [
    'cloud diagram. VPC contains public subnet and private subnet. public subnet: load balancer, bastion. private subnet: app server, database. load balancer -> app server -> database',
    {
      inside: {
        VPC: 'public subnet; private subnet',
        'public subnet': 'load balancer; bastion',
        'private subnet': 'app server; database',
      },
      edges: 'load balancer -> app server -> database',
    },
  ],
  'er: in words': [
    'ER diagram: a customer has many orders, an order has many items, an item belongs to a product',
    { edges: '~customer -- ~order; ~order -- ~item; ~item -- ~product', count: { shape: [4, 5] } },
  ],
  'er: with attributes': [
    'data model: User (id, email, name), Post (id, title, body), Comment (id, text). A user writes posts, a post has comments.',
    {
      beside: { User: '~email; ~name', Post: '~title; ~body', Comment: '~text' },
      edges: 'User -- Post; Post -- Comment',
      others: 12,
    },
  ],
  'states: door': [
    'state machine for a door: open, closed, locked. close: open -> closed, open: closed -> open, lock: closed -> locked, unlock: locked -> closed',
    {
      edges: 'open -> closed: close; closed -> open: open; closed -> locked: lock; locked -> closed: unlock',
      others: 1,
    },
  ],
  'states: ticket': [
    'ticket states: new, assigned, in progress, waiting, resolved. A waiting ticket goes back to in progress when the customer answers.',
    {
      texts: 'new; assigned; in progress; waiting; resolved',
      edges: 'waiting -> in progress: ~customer answers',
      others: 1,
    },
  ],
  'sequence: in words': [
    'sequence diagram: user asks app for report, app asks server for data, server returns rows to app, app shows chart to user',
    {
      texts: '~user; ~app; ~server',
      messages:
        '~user -> ~app: ~asks report; ~app -> ~server: ~asks data; ~server -> ~app: ~returns rows; ~app -> ~user: ~shows chart',
      others: 1,
    },
  ],
  'sequence: colons': [
    'sequence\nUser: click buy\nShop: check stock\nBank: charge card\nShop: send mail',
    {
      texts: '~click buy; ~check stock; ~charge card; ~send mail',
      order: '~click buy; ~check stock; ~charge card; ~send mail',
      others: 4,
    },
  ],
  'class: in words': [
    'class diagram: Shape with area(), Circle and Square inherit from Shape, Circle has radius, Square has side',
    {
      beside: { Shape: '~area', Circle: '~radius', Square: '~side' },
      edges: 'Circle -- Shape; Square -- Shape',
    },
  ],
  'network: home': [
    'home network: router connected to laptop, printer, tv and nas; nas connected to backup drive',
    { edges: 'router -- laptop; router -- printer; router -- tv; router -- nas; nas -- backup drive' },
  ],
  'architecture: which and both': [
    'architecture: users hit the load balancer, which forwards to two app servers, both use Postgres and Redis',
    {
      edges:
        'users -> load balancer: hit; load balancer -> two app servers; two app servers -> Postgres; two app servers -> Redis',
    },
  ],
  'architecture: title without a kind': [
    'AWS: Route53 points to CloudFront, CloudFront serves static files from S3 and forwards API calls to an ALB, the ALB routes to ECS, and ECS reads from RDS',
    { title: 'AWS', edges: 'Route53 -> CloudFront; CloudFront -> S3; CloudFront -> ALB -> ECS -> RDS' },
  ],
  'network: words and arrows': [
    'network: internet -> firewall. The firewall is connected to the core switch; core switch connected to server rack, access points and VoIP phones',
    {
      edges:
        'internet -> firewall; firewall -- core switch; core switch -- server rack; core switch -- access points; core switch -- VoIP phones',
    },
  ],
  'er: fields apart': [
    'ERD for a library: A member borrows many books. A book has one author. Member: id, name, email. Book: isbn, title.',
    {
      edges: 'Member -> Book: ~borrows; Book -> Author: ~one',
      beside: { Member: '~email', Book: '~isbn' },
      others: 5,
    },
  ],
  'er: no kind named': [
    'A student enrols in many courses, a course has one teacher and a teacher belongs to one department',
    { edges: 'student -> ~course; ~course -> teacher; teacher -> ~department' },
  ],
  'states: from to on': [
    'states: idle, running, stopped. from idle to running on start, from running to stopped on stop',
    { edges: 'idle -> running: start; running -> stopped: stop', count: { shape: 3, connector: 2 } },
  ],
  'food web': [
    'Food web: grass is eaten by rabbits and mice. Foxes eat rabbits. Owls eat mice, the wolf hunts foxes.',
    {
      edges: 'rabbits -> grass; mice -> grass; foxes -> rabbits: eat; owls -> mice; wolf -> foxes: hunts',
      title: 'Food web',
    },
  ],
  'people: who knows whom': [
    'Alice is married to Bob. Alice knows Carol. Carol works with Dan.',
    { edges: 'Alice -- Bob: married to; Alice -> Carol: knows; Carol -> Dan: works with' },
  ],
  dependencies: [
    'dependencies: app depends on core and ui, ui depends on theme, core depends on log',
    { edges: 'app -> core; app -> ui; ui -> theme; core -> log', count: { shape: 5 } },
  ],
  'network: hyphens': [
    'network: internet - firewall - core switch. core switch connects to server A, server B and the wifi controller. wifi controller connects to 3 access points',
    {
      title: 'Network',
      edges:
        'Internet -- Firewall -- Core switch; Core switch -- Server A; Core switch -- Server B; Core switch -- Wifi controller; Wifi controller -- 3 access points',
    },
  ],
  'system: sentences without a name': [
    'we have a web shop. the browser talks to the api gateway. the gateway calls the cart service and the payment service. the cart service stores carts in redis. the cart service also publishes events to kafka, which the email service reads',
    {
      title: 'Web shop',
      edges:
        '~browser -> ~gateway; ~gateway -> ~cart service; ~gateway -> ~payment service; ~cart service -> Redis; ~cart service -> Kafka; ~email service -> Kafka: reads',
    },
  ],
  'entities: sentences without a name': [
    'A customer has many orders. An order has many order lines. Each order line refers to one product. A product has a name, a price and a category.',
    {
      layout: 'class',
      edges: 'Customer -> Order; Order -> Order line; Order line -> Product',
      beside: { Product: '~name price category' },
      count: { shape: 4 },
    },
  ],
  'data flow': [
    'data flow: sensors send readings to the hub, the hub stores them in influx, grafana reads from influx and alerts the operator',
    { edges: '~sensors -> ~hub; ~hub -> ~influx; ~influx -- ~grafana; ~grafana -> ~operator', others: 1 },
  ],
  'system: a name before sentences': [
    'Our system: mobile app and web client call the REST API. The API authenticates against Keycloak and stores data in MongoDB. A nightly job exports data from MongoDB to BigQuery.',
    {
      title: 'Our system',
      edges:
        'mobile app -> REST API; web client -> REST API; REST API -> Keycloak; REST API -> MongoDB; MongoDB -> nightly job -> BigQuery',
    },
  ],
  'network: parts without a verb': [
    'LAN: router connects to switch 1 and switch 2; switch 1 to PC1, PC2, PC3; switch 2 to server and NAS',
    {
      title: 'LAN',
      edges:
        'router -- switch 1; router -- switch 2; switch 1 -- PC1; switch 1 -- PC2; switch 1 -- PC3; switch 2 -- server; switch 2 -- NAS',
    },
  ],
  'states: to, when': [
    'Document lifecycle: draft to in review when submitted, in review to approved when accepted, in review back to draft when changes are requested, approved to archived after a year',
    {
      title: 'Document lifecycle',
      layout: 'state',
      edges:
        'draft -> in review: when submitted; in review -> approved: when accepted; in review -> draft: ~changes requested; approved -> archived: after a year',
    },
  ],
  'states: if is no decision': [
    'states of a ticket: new to assigned when picked up; assigned to waiting if customer must answer; waiting to assigned on reply; assigned to closed when solved',
    {
      edges:
        'new -> assigned: ~picked up; assigned -> waiting: ~customer must answer; waiting -> assigned: ~reply; assigned -> closed: ~solved',
      count: { shape: 4, connector: 4 },
    },
  ],
  'sequence: a chat': [
    'Alice -> Bob: Hi\nBob -> Alice: Hello, how are you?\nAlice -> Bob: fine, thanks',
    {
      layout: 'sequence',
      messages: 'Alice -> Bob: Hi; Bob -> Alice: Hello, how are you?; Alice -> Bob: fine, thanks',
      others: 1,
    },
  ],
  'sequence: what is said': [
    'Login sequence: user enters password, browser sends it to the server, server checks it with the database, database returns the user, server sends a token to the browser',
    {
      title: 'Login sequence',
      messages:
        'user -> browser: ~enters password; browser -> server: ~sends it; server -> database: ~checks it; database -> server: ~returns user; server -> browser: ~sends token',
      others: 1,
    },
  ],
  'entities: a school': [
    'A school has classes and teachers. Each class has one teacher and many students. A student has a name and a birth date.',
    {
      layout: 'class',
      edges: 'School -> Class; School -> Teacher; Class -> Teacher: ~one; Class -> Student: ~many',
      beside: { Student: '~name; ~birth date' },
      others: 1,
    },
  ],
  'flow of water: a name before': [
    'Farm water: well feeds the tank, tank feeds barn and greenhouse, greenhouse drains into the pond',
    {
      title: 'Farm water',
      edges: 'Well -> Tank: feeds; Tank -> Barn; Tank -> Greenhouse; Greenhouse -> Pond: drains into',
    },
  ],
  'system: a set-up': [
    'Our clinic setup: reception uses the booking app. The booking app stores appointments in Postgres. Doctors read the records from the EHR.',
    {
      title: 'Our clinic setup',
      edges: 'Reception -> Booking app; Booking app -> Postgres: ~stores appointments; Doctors -> EHR',
    },
  ],
  'states: seconds': [
    'Traffic light: red to green after 60s, green to yellow when the timer ends, yellow to red after 3s',
    {
      layout: 'state',
      edges: 'Red -> Green: after 60s; Green -> Yellow: ~timer ends; Yellow -> Red: after 3s',
      count: { connector: 3 },
    },
  ],
  'entities: numbers in words': [
    'A team has many players. Each player has a name, number and position. A match has two teams and a referee.',
    {
      edges: 'Team -> Player: ~many; Match -> Team: ~two; Match -> Referee',
      beside: { Player: '~position' },
    },
  ],
  'network: dashes under a title': [
    'Office LAN\nrouter - switch A - printer\nswitch A - PC 1\nswitch A - PC 2',
    {
      title: 'Office LAN',
      edges: 'Router -- Switch A; Switch A -- Printer; Switch A -- PC 1; Switch A -- PC 2',
    },
  ],
  'sequence: who only acts': [
    'sequence: patient calls the practice, receptionist checks the calendar, receptionist offers a slot, patient confirms',
    {
      layout: 'sequence',
      messages:
        'Patient -> Practice: calls; Receptionist -> Receptionist: ~checks calendar; Receptionist -> Patient: ~offers slot; Patient -> Receptionist: confirms',
      others: 1,
    },
  ],
  'sequence: requests': [
    'browser -> server: GET /\nserver -> db: SELECT\ndb -> server: rows\nserver -> browser: 200, html',
    {
      layout: 'sequence',
      messages:
        'Browser -> Server: GET /; Server -> DB: SELECT; DB -> Server: rows; Server -> Browser: 200, html',
      others: 1,
    },
  ],
  'food: who eats whom': [
    'wolf eats sheep, sheep eat grass, fox eats rabbits, rabbits eat grass',
    { edges: 'Wolf -> Sheep; Sheep -> Grass; Fox -> Rabbits; Rabbits -> Grass', count: { shape: 5 } },
  ],
  'system: who controls what': [
    'Smart home: the hub talks to lamps, blinds and speakers. The phone app controls the hub. Alexa also controls the hub.',
    {
      title: 'Smart home',
      edges:
        'Hub -> Lamps; Hub -> Blinds; Hub -> Speakers; Phone app -> Hub: controls; Alexa -> Hub: controls',
    },
  ],
};
