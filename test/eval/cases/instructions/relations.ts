import type { Instructions } from '../case.ts';

/** Sentences with verbs of any kind, about things that recur. */
export const relations: Instructions = {
  'branches: a list of names, one shortened': [
    'Git flow: main, develop, feature branch. feature merges into develop, develop merges into release, release merges into main and back into develop.',
    {
      edges:
        'feature branch -> develop: merges into; develop -> release: merges into; release -> main: merges into; release -> develop: merges back into',
      title: 'Git flow',
    },
  ],
  'network: subnets as frames': [
    'subnet 10.0.0.0/24 contains web1, web2 and lb; subnet 10.0.1.0/24 contains db1 and db2; lb to web1 and web2; web1 and web2 to db1; db1 replicates to db2',
    {
      edges: 'lb -> web1; lb -> web2; web1 -> db1; web2 -> db1; db1 -> db2: replicates to',
      inside: { 'subnet 10.0.0.0/24': 'web1; web2; lb', 'subnet 10.0.1.0/24': 'db1; db2' },
    },
  ],
  'arrows: both services': [
    'AWS: Route53 -> CloudFront -> S3; CloudFront -> ALB -> ECS service A, ECS service B; both services use RDS',
    {
      edges:
        'Route53 -> CloudFront -> S3; CloudFront -> ALB -> ECS service A; ALB -> ECS service B; ECS service A -> RDS: use; ECS service B -> RDS: use',
    },
  ],
  'chess: who attacks whom': [
    'the knight protects the king, the rook pins the knight, the bishop attacks the rook and the queen',
    {
      edges:
        'knight -> king: protects; rook -> knight: pins; bishop -> rook: attacks; bishop -> queen: attacks',
    },
  ],
  'economy: nouns that can be verbs': [
    'Supply and demand determine price. Price influences demand. Taxes raise price. Subsidies lower price.',
    {
      edges:
        'supply -> price: determine; demand -> price; price -> demand: influences; taxes -> price: raise; subsidies -> price: lower',
    },
  ],
  'farm: who gives what to whom': [
    'Farm: the farmer feeds the cows, the cows give milk, the dairy buys the milk, the dairy sells cheese to the shop',
    {
      edges: 'farmer -> cows: feeds; cows -> milk: give; dairy -> milk: buys; dairy -> shop: sells cheese',
      title: 'Farm',
    },
  ],
  'german: water cycle': [
    'Die Sonne erwärmt das Meer, das Meer verdunstet zu Wolken, die Wolken bringen Regen, der Regen füllt Flüsse, Flüsse fließen ins Meer',
    {
      edges:
        'Sonne -> Meer: erwärmt; Meer -> Wolken: verdunstet zu; Wolken -> Regen: bringen; Regen -> Flüsse: füllt; Flüsse -> Meer: fließen ins',
    },
  ],
  'french: machine': [
    "Le moteur entraîne la pompe, la pompe alimente le réservoir, le réservoir alimente la turbine, la turbine entraîne l'alternateur",
    {
      edges:
        'moteur -> pompe: entraîne; pompe -> réservoir: alimente; réservoir -> turbine: alimente; turbine -> alternateur: entraîne',
    },
  ],
  'french: two verbs of one subject': [
    'Une application web : le navigateur envoie des requêtes au serveur, le serveur lit et écrit dans la base de données, le serveur envoie des e-mails via SendGrid.',
    {
      edges:
        'Navigateur -> Serveur: envoie des requêtes au; Serveur -> Base de données: lit et écrit dans; Serveur -> SendGrid',
      title: 'Une application web',
    },
  ],
  'german: the place before the verb': [
    'Der Router ist mit dem Switch verbunden. Am Switch hängen drei PCs und ein Drucker. Die Firewall schützt das Netz.',
    {
      edges:
        'Router -> Switch; drei PCs -> Switch: hängen am; Drucker -> Switch: hängen am; Firewall -> Netz: schützt',
    },
  ],
  'german: a verb that recurs, without articles': [
    'Im Teich: Hecht frisst Karpfen, Karpfen frisst Algen, Reiher frisst Hecht und Karpfen',
    {
      edges:
        'Hecht -> Karpfen: frisst; Karpfen -> Algen: frisst; Reiher -> Hecht: frisst; Reiher -> Karpfen: frisst',
    },
  ],
  'branches: what comes from what': [
    'Git flow: main, develop, feature branches from develop, release branch from develop to main, hotfix from main',
    {
      edges: 'Feature -> Develop: branches from; Develop -> Release branch -> Main; Main -> Hotfix',
      title: 'Git flow',
    },
  ],
  'parts, and what one of them contains': [
    'Parts of a cell: membrane, nucleus, mitochondria; nucleus contains DNA',
    { texts: 'membrane; nucleus; mitochondria', inside: { nucleus: 'DNA' }, title: 'Parts of a cell' },
  ],
  'architecture: components first, then sentences': [
    'Our platform has these components: web app, API gateway, user service, order service, Kafka and PostgreSQL. The web app calls the API gateway. The gateway routes requests to the user service and the order service. Both services publish events to Kafka. The order service stores orders in PostgreSQL.',
    {
      edges:
        'web app -> API gateway: calls; API gateway -> user service; API gateway -> order service; user service -> Kafka: publish events; order service -> Kafka; order service -> PostgreSQL: stores orders',
    },
  ],
  'a frame around databases': [
    'Frontend in React talks to a Node backend. The backend uses Redis and Postgres. Put the databases in a frame.',
    {
      edges: 'Frontend in React -> Node backend; Node backend -> Redis; Node backend -> Postgres',
      inside: { databases: 'Redis; Postgres' },
    },
  ],
  'arrows, and a frame with a name': [
    'Frontend -> Gateway; Gateway -> Auth, Orders; Orders -> Postgres; Auth -> Redis. Put the databases in a frame called Data',
    {
      edges: 'Frontend -> Gateway -> Auth -> Redis; Gateway -> Orders -> Postgres',
      inside: { Data: 'Postgres; Redis' },
    },
  ],
  'roles: who can do what': [
    'Roles: admin can create, edit and delete; editor can create and edit; viewer can only read',
    {
      inside: { admin: 'create; edit; delete', editor: 'create; edit', viewer: 'only read' },
      title: 'Roles',
    },
  ],
  'network: how all are joined at the end': [
    'Home network: the modem connects to the router. The router connects to a NAS, a TV and 2 laptops by wifi. The printer is plugged into the NAS.',
    {
      edges:
        'Modem -> Router; Router -> NAS: by wifi; Router -> TV: by wifi; Router -> 2 laptops: by wifi; Printer -> NAS: plugged into',
    },
  ],
  'class: a heading with a verb': [
    'class diagram. Animal: name, age, eat(). Dog extends Animal: bark(). Cat extends Animal: meow().',
    {
      edges: 'Dog -> Animal: extends; Cat -> Animal: extends',
      inside: { Dog: 'bark()', Cat: 'meow()' },
      others: 2,
    },
  ],
  'tasks: what comes after what': [
    'task dependencies: B after A, C after A, D after B and C, E after D',
    { edges: 'A -> B; A -> C; B -> D; C -> D; D -> E' },
  ],
  'tasks: what comes before what': [
    'Foundation must be finished before walls. Walls before roof. Roof before painting. Electrical wiring also needs walls.',
    { edges: 'Foundation -> Walls -> Roof -> Painting; Electrical wiring -> Walls: needs' },
  ],
  'network: between zones': [
    'DMZ contains web server and mail server. LAN contains file server and 3 workstations. Firewall sits between DMZ and LAN. Internet connects to firewall.',
    {
      edges: 'Firewall -> DMZ; Firewall -> LAN; Internet -> Firewall',
      inside: { DMZ: 'web server; mail server', LAN: 'file server; 3 workstations' },
    },
  ],
  'chat: a line each': [
    'Chat:\nAnna: hi, are you coming tonight?\nBen: yes, at 8\nAnna: great, bring snacks',
    { edges: 'Anna -> Ben: hi, are you coming tonight?; Ben -> Anna: yes, at 8', title: 'Chat' },
  ],
  'sections that a sentence joins': [
    'VLAN 10: PC1, PC2, printer. VLAN 20: server1, server2. Router connects VLAN 10 and VLAN 20.',
    {
      edges: 'Router -> VLAN 10; Router -> VLAN 20',
      inside: { 'VLAN 10': 'PC1; PC2; printer', 'VLAN 20': 'server1; server2' },
    },
  ],
  'german: a data model': [
    'Datenmodell: Kunde hat mehrere Bestellungen, jede Bestellung hat mehrere Positionen, jede Position gehört zu einem Produkt',
    {
      edges:
        'Kunde -> Bestellungen: hat mehrere; Bestellungen -> Positionen: hat mehrere; Positionen -> Produkt: gehört zu',
    },
  ],
  'labels that share a noun': [
    'Cluster: Node 1 runs pods A and B, Node 2 runs pod C. Load balancer sends traffic to pod A and pod C. Pod B writes to the volume.',
    {
      edges:
        'Node 1 -> Pod A: runs; Node 1 -> Pod B: runs; Node 2 -> Pod C: runs; Load balancer -> Pod A; Load balancer -> Pod C; Pod B -> Volume',
    },
  ],
  'ranks and other relations': [
    'Team: Sara leads Tim and Ana; Tim mentors Leo; Ana works with Leo and Kai; Kai reports to Sara',
    {
      edges:
        'Sara -> Tim; Sara -> Ana; Tim -> Leo: mentors; Ana -> Leo: works with; Ana -> Kai; Kai -> Sara: reports to',
    },
  ],
  'roles: in a sentence': [
    'Permissions matrix - nurse can read and update charts, doctor can read, update and sign charts, receptionist can only read appointments',
    {
      inside: {
        nurse: 'read; update charts',
        doctor: 'read; update; sign charts',
        receptionist: 'only read appointments',
      },
    },
  ],
};
