import { expect, test } from 'vitest';
import { readByWords } from '../../../../test/support/sketchedPlan.ts';
import { readRelations } from './readRelations.ts';

const read = (text: string) => readByWords(readRelations(text), text);

test.each([
  [
    'load balancer in front of web1 and web2, both connect to db',
    ['Load balancer -> Web1', 'Load balancer -> Web2', 'Web1 -- Db', 'Web2 -- Db'],
  ],
  [
    'web app talks to api, api writes to db and sends emails through SendGrid',
    ['Web app -talks to-> Api', 'Api -writes to-> Db', 'Api -sends through SendGrid-> Emails'],
  ],
  ['A depends on B and C, B depends on D', ['A -depends on-> B', 'A -depends on-> C', 'B -depends on-> D']],
  ['hub connected to tv and nas; nas connected to disk', ['Hub -- Tv', 'Hub -- Nas', 'Nas -- Disk']],
  [
    'Network: laptop connects to router, router to internet, a firewall sits between the router and the internet',
    ['Laptop -- Router', 'Router -- Firewall', 'Firewall -- Internet'],
  ],
  ['DMZ contains web and mail. Firewall sits between DMZ and LAN.', ['Firewall -> DMZ', 'Firewall -> LAN']],
  [
    'Datenbank: Kunde 1:n Bestellung, Bestellung n:m Artikel',
    ['Kunde -1:n-- Bestellung', 'Bestellung -n:m-- Artikel'],
  ],
  ['There is a cache between the app and the database', ['App -> Cache', 'Cache -> Database']],
  [
    'Der Client spricht mit dem Server. Zwischen dem Client und dem Server steht ein Proxy.',
    ['Client -spricht mit-> Proxy', 'Proxy -> Server'],
  ],
  ['cause and effect: A causes B, B causes C', ['A -causes-> B', 'B -causes-> C']],
  [
    'network diagram with router, switch and PCs connected to the switch',
    ['Router -- Switch', 'PCs -- Switch'],
  ],
  ['connect A to B and C, then B and C to D', ['A -> B', 'A -> C', 'B -> D', 'C -> D']],
  ['Rats and mice eat seeds. Owls eat mice.', ['Rats -eat-> Seeds', 'Mice -eat-> Seeds', 'Owls -eat-> Mice']],
  ['Redis is used by the API. The API is behind nginx.', ['API -uses-> Redis', 'Nginx -> API']],
  ['Plan pointing to Build, and Build pointing to Test', ['Plan -> Build', 'Build -> Test']],
  ['Ann is married to Bob. Ann knows Cy.', ['Ann -married to-- Bob', 'Ann -knows-> Cy']],
  ['A ist mit B und C verbunden, C verbunden mit D', ['A -- B', 'A -- C', 'C -- D']],
  [
    'A ruft B auf und nutzt das C. B hängt von D ab.',
    ['A -ruft … auf-> B', 'A -nutzt-> C', 'B -hängt von … ab-> D'],
  ],
  ["Le client appelle l'API. L'API lit la base", ['Client -appelle-> API', 'API -lit-> Base']],
  ['La app llama al API. El API depende de la cola', ['App -llama al-> API', 'API -depende de-> Cola']],
  [
    'Git flow: main, feature branch. feature merges into develop, develop merges into main and back into feature',
    [
      'Feature branch -merges into-> Develop',
      'Develop -merges into-> Main',
      'Develop -merges back into-> Feature branch',
    ],
  ],
  [
    'the rook pins the knight, the knight protects the king',
    ['Rook -pins-> Knight', 'Knight -protects-> King'],
  ],
  [
    'Taxes raise price. Price influences demand. Supply and demand determine price.',
    [
      'Taxes -raise-> Price',
      'Price -influences-> Demand',
      'Supply -determine-> Price',
      'Demand -determine-> Price',
    ],
  ],
  [
    'Der Regen füllt Flüsse, Flüsse fließen ins Meer, das Meer verdunstet zu Regen',
    ['Regen -füllt-> Flüsse', 'Flüsse -fließen ins-> Meer', 'Meer -verdunstet zu-> Regen'],
  ],
  [
    "Le moteur alimente la base de données, la base envoie un signal à l'écran",
    ['Moteur -alimente-> Base de données', 'Base de données -envoie un signal à-> Écran'],
  ],
  [
    'a -> web service, mail service; both services use Redis',
    ['A -> Web service', 'A -> Mail service', 'Web service -use-> Redis', 'Mail service -use-> Redis'],
  ],
  ['Ann is the boss of Bob. Bob works with Cy.', ['Ann -boss of-> Bob', 'Bob -works with-> Cy']],
  ['A depends on B for food and on C for water', ['A -depends for food-> B', 'A -depends for water-> C']],
])('%j relates exactly what it says', (text, edges) => {
  expect(read(text).edges).toEqual(edges);
});

test.each([
  ['which', 'architecture: users hit the gateway, which calls auth and orders', 'Gateway -calls-> Orders'],
  ['both', 'architecture: web calls auth and orders, both use Redis', 'Auth -use-> Redis'],
  ['it', 'architecture: the hub reads from Kafka. It writes to S3', 'Hub -writes to-> S3'],
  [
    'a shorter name',
    'architecture: web calls the API gateway, the gateway calls auth',
    'API gateway -calls-> Auth',
  ],
  ['what is sent', 'data flow: sensors send readings to the hub', 'Sensors -send readings-> Hub'],
  ['what it is for', 'sequence diagram: user asks app for report', 'User -asks for report-> App'],
  ['"which" before a subject', 'architecture: A publishes to kafka, which B reads', 'B -reads-> Kafka'],
  ['"each"', 'ERD: each order line refers to one product', 'Order line -refers to one-> Product'],
  ['an unknown verb', 'ERD: a member borrows many books', 'Member -borrows many-> Book'],
  ['a sentence without a verb', 'LAN: hub connects to tv; tv to PC1, PC2', 'Tv -- PC2'],
  ['how many of an entity', 'ERD: a match has two teams', 'Match -has two-> Team'],
  ['a plural without an s', 'food web: sheep eat grass', 'Sheep -eat-> Grass'],
  ['a way back', 'LAN: hub connects to tv, tv to nas, nas back to hub', 'Nas -- Hub'],
  ['what comes from somewhere', 'Our system: a job exports data from A to B', 'A -> Job'],
  ['where it goes', 'Our system: a job exports data from A to B', 'Job -exports data-> B'],
  ['what is said', 'Login sequence: user enters a code, app checks it', 'User -enters code-> App'],
  ['who is answered', 'sequence: web calls api, api returns the user', 'Api -returns user-> Web'],
  ['who only acts', 'sequence: customer orders soup, cook brings it, customer pays', 'Customer -pays-> Cook'],
])('%s finds its things', (_, text, edge) => {
  expect(read(text).edges).toContain(edge);
});

test.each([
  ['states: on, off. from on to off on click', 'On -click-> Off'],
  [
    'states: new, waiting, done. A waiting ticket goes back to new when it rains',
    'Waiting -when it rains-> New',
  ],
  ['lamp: off to on when pressed, on to off after 5 minutes', 'On -after 5 minutes-> Off'],
  ['Form: sent to draft when changes are needed; draft to sent if ready', 'Draft -if ready-> Sent'],
  ['door states: open, closed\nclose: open -> closed', 'Open -close-> Closed'],
])('%j is a state machine', (text, edge) => {
  expect(read(text)).toMatchObject({ layout: 'state', edges: expect.arrayContaining([edge]) });
});

test('sentences about parts of a system need no name, and what they are about is the title', () => {
  const plan = read('We have a shop. The browser calls the API. The API stores carts in Redis.');
  expect(plan).toMatchObject({ title: 'Shop', edges: ['Browser -calls-> API', 'API -stores carts-> Redis'] });
});

test('a name before sentences is the title', () => {
  const plan = read('Farm: the barn depends on the well; the mill depends on the barn');
  expect(plan).toMatchObject({
    title: 'Farm',
    edges: ['Barn -depends on-> Well', 'Mill -depends on-> Barn'],
  });
});

test('entities are named in the singular, and may act', () => {
  const plan = read(
    'A school has classes and teachers. Each class has one teacher. A teacher gives many courses.',
  );
  expect(plan).toMatchObject({
    layout: 'class',
    edges: [
      'School -has-> Class',
      'School -has-> Teacher',
      'Class -has one-> Teacher',
      'Teacher -gives many-> Course',
    ],
  });
});

test('what an entity has beside a name is a field', () => {
  const plan = read('A shop has many products. A product has a name, a price and a shape.');
  expect(plan).toMatchObject({ layout: 'class', edges: ['Shop -has many-> Product'] });
});

test('states without transitions follow one another, and a warning says so', () => {
  const plan = read('state machine of an order: new, paid, shipped');
  expect(plan.edges).toEqual(['New -> Paid', 'Paid -> Shipped']);
  expect(plan.warnings).toEqual([expect.stringContaining('No transitions given')]);
});

test('parts that are only listed are not joined, and a warning gives an example', () => {
  const plan = read('microservices: gateway, users, orders');
  expect([plan.texts, plan.edges]).toEqual([['Gateway', 'Users', 'Orders'], []]);
  expect(plan.warnings).toEqual([expect.stringContaining('A -> B')]);
});

test('a data model has fields in its entities, and each relation once', () => {
  const plan = read(
    'data model: User (id, name), Post (title). A user has many posts, posts belong to a user. Fields of post: text. Post 1..n Tag',
  );
  expect(plan.layout).toBe('class');
  expect(plan.compartments).toEqual({ User: ['id\nname'], Post: ['title\ntext'] });
  expect(plan.edges).toEqual(['User -has many-> Post', 'Post -1..n-- Tag']);
});

test('a class diagram has attributes and methods in compartments of their own', () => {
  const plan = read(
    'class diagram: Shape with area(), Circle and Square inherit from Shape, Circle has radius',
  );
  expect(plan.compartments).toEqual({ Shape: ['area()'], Circle: ['radius'] });
  expect(plan.edges).toEqual(['Circle -inherit from-> Shape', 'Square -inherit from-> Shape']);
});

test('what a class or an entity has "with" it are its members', () => {
  const classes = read(
    'class diagram: class Animal with name and age; Dog extends Animal with bark(), sit(); Cat extends Animal and has claws',
  );
  expect(classes.compartments).toEqual({ Animal: ['name\nage'], Dog: ['bark()\nsit()'], Cat: ['claws'] });
  expect(classes.edges).toEqual(['Dog -extends-> Animal', 'Cat -extends-> Animal']);
  const entities = read('ERD: Customer with name and email, Order with total, customer places many orders');
  expect(entities.compartments).toEqual({ Customer: ['name\nemail'], Order: ['total'] });
  expect(entities.edges).toEqual(['Customer -places many-> Order']);
});

test('parts of a system stand in what contains them', () => {
  const layers = read('architecture: data layer (Postgres, Redis), web layer (nginx, assets)');
  expect(layers.cards).toEqual({ 'Data layer': ['Postgres', 'Redis'], 'Web layer': ['Nginx', 'Assets'] });
  const nested = read(
    'cloud diagram. VPC contains subnet A and subnet B. subnet A: app, database. app -> database',
  );
  expect(nested.frames).toEqual(['VPC', 'Subnet A']);
  expect(nested.cards).toEqual({ VPC: ['Subnet B'], 'Subnet A': ['App', 'Database'] });
});

test('what contains others is a frame', () => {
  const plan = read('net 1 contains web and lb; net 2 contains db; lb to web; web to db');
  expect(plan.cards).toEqual({ 'Net 1': ['Web', 'Lb'], 'Net 2': ['Db'] });
  expect(plan.edges).toEqual(['Lb -> Web', 'Web -> Db']);
});

test.each([
  ['Der Traktor steht in der Scheune', { Scheune: ['Traktor'] }],
  ['the rotor is part of the motor, the stator is part of the motor', { Motor: ['Rotor', 'Stator'] }],
])('%j stands in what it is said to be in', (text, cards) => {
  expect(read(text).cards).toEqual(cards);
});

test('names with fields are entities', () => {
  const plan = read('users(id, name), orders(id, total). A user has many orders');
  expect(plan.compartments).toEqual({ User: ['id\nname'], Order: ['id\ntotal'] });
  expect(plan.edges).toEqual(['User -has many-> Order']);
});

test('a kind is no title where names have fields', () => {
  const plan = read('classes(id, room), pupils(id, class_id). A class has many pupils');
  expect(plan.edges).toEqual(['Class -has many-> Pupil']);
  expect(plan.compartments).toEqual({ Class: ['id\nroom'], Pupil: ['id\nclass_id'] });
});

test('two verbs of one subject share its object', () => {
  const plan = read('the app calls the server, the server reads and writes to the disk');
  expect(plan.edges).toEqual(['App -calls-> Server', 'Server -reads and writes-> Disk']);
});

test('a frame that nothing belongs to is not drawn, and a warning gives an example', () => {
  const plan = read('the app calls the API. the API uses the cache. Put the queues in a frame.');
  expect(plan.frames).toEqual([]);
  expect(plan.warnings).toEqual([expect.stringContaining('Nothing is called “the queues”')]);
});

test('who replies speaks, in the order of the text', () => {
  const plan = read(
    'the app asks the API for a token, the API checks the database, the API replies to the app',
  );
  expect(plan.layout).toBe('sequence');
});

test.each([
  'The customer sends an order. The shop checks the stock. Then the shop sends an invoice.',
  'org chart: Ann manages Bob and Cy',
  'Apples, pears and plums',
  'funnel: 1000 visits, 400 add to cart, 90 pay',
  'I need a plan, you need a plan',
  'database schema for a blog',
  'Trip: 08:15 train Berlin, 12:40 arrive Munich, 14:00 museum',
  'Create account, verify email, add payment method',
  'If it rains we depend on the bus, otherwise we use the bike',
])('%j has no relations', (text) => {
  expect(readRelations(text)).toBeNull();
});

test('leaves a description of a process that mentions a network to other readers', () => {
  const text =
    'The operator sends a dismissal to the network operator. The network operator reviews it. If it is rejected, the operator checks the reason.';
  expect(readRelations(text)).toBeNull();
});
