import type { Instructions } from '../case.ts';

/** Pasted Mermaid, with and without fences and words around it. */
export const mermaid: Instructions = {
  'mermaid: flowchart': [
    'flowchart TD\n  A[Start] --> B{Is it working?}\n  B -- Yes --> C[Great]\n  B -- No --> D[Fix it]\n  D --> B\n  C --> E((End))',
    {
      edges:
        'Start -> Is it working; Is it working -> Great: Yes; Is it working -> Fix it: No; Fix it -> Is it working; Great -> End',
      shapes: { diamond: 'Is it working', ellipse: 'End' },
      count: { shape: 5, connector: 5 },
      direction: 'down',
      absent: 'flowchart; TD',
    },
  ],
  'mermaid: graph LR with subgraphs': [
    '```mermaid\ngraph LR\n  subgraph Frontend\n    web[Web app] --> bff[BFF]\n  end\n  subgraph Backend\n    orders[Order service]\n    users[User service]\n  end\n  bff --> orders\n  bff --> users\n  orders -.-> queue[(Events)]\n```',
    {
      inside: { Frontend: 'Web app; BFF', Backend: 'Order service; User service' },
      edges: 'Web app -> BFF -> Order service; BFF -> User service; Order service -> Events',
      count: { frame: 2, connector: 4 },
      absent: 'mermaid; subgraph',
    },
  ],
  'mermaid: open links': [
    'flowchart LR\n  r[Router] --- a[Switch 1]\n  r --- b[Switch 2]\n  a --- b\n  b --- n[NAS]',
    {
      edges: 'Router -- Switch 1 -- Switch 2 -- NAS; Router -- Switch 2',
      count: { shape: 4, connector: 4 },
      direction: 'right',
    },
  ],
  'mermaid: chains and ampersands': [
    'graph TD; a & b --> c --> d & e',
    { edges: 'a -> c; b -> c; c -> d; c -> e', count: { connector: 4 } },
  ],
  'mermaid: edge labels with pipes': [
    'flowchart LR\nlogin[Log in] -->|ok| home[Home]\nlogin -->|3 failures| locked[Account locked]\nlocked -->|reset by mail| login',
    {
      edges:
        'Log in -> Home: ok; Log in -> Account locked: 3 failures; Account locked -> Log in: reset by mail',
    },
  ],
  'mermaid: sequence': [
    'sequenceDiagram\n  participant U as User\n  participant A as API\n  participant D as Database\n  U->>A: POST /login\n  A->>D: find user\n  D-->>A: row\n  A-->>U: 200 token',
    {
      texts: 'User; API; Database',
      messages:
        'User -> API: POST /login; API -> Database: find user; Database -> API: row; API -> User: 200 token',
      absent: 'participant; sequenceDiagram',
      others: 2,
    },
  ],
  'mermaid: sequence with alt and note': [
    'sequenceDiagram\nAlice->>Bob: Hello Bob, how are you?\nalt is sick\n  Bob->>Alice: Not so good\nelse is well\n  Bob->>Alice: Feeling fresh\nend\nNote right of Bob: Bob thinks',
    {
      texts: 'Alice; Bob',
      messages:
        'Alice -> Bob: Hello Bob, how are you; Bob -> Alice: Not so good; Bob -> Alice: Feeling fresh',
      others: 5,
    },
  ],
  'mermaid: class': [
    'classDiagram\n  Animal <|-- Duck\n  Animal <|-- Fish\n  Animal : +int age\n  Animal : +isMammal()\n  class Duck {\n    +String beakColor\n    +swim()\n  }\n  class Fish {\n    -int sizeInFeet\n    -canEat()\n  }',
    {
      edges: 'Duck -- Animal; Fish -- Animal',
      beside: { Animal: '~age; ~isMammal', Duck: '~beakColor; ~swim', Fish: '~sizeInFeet; ~canEat' },
      absent: 'classDiagram',
      others: 6,
    },
  ],
  'mermaid: state': [
    'stateDiagram-v2\n    [*] --> Still\n    Still --> Moving: push\n    Moving --> Still: brake\n    Moving --> Crash\n    Crash --> [*]',
    {
      edges: 'Still -> Moving: push; Moving -> Still: brake; Moving -> Crash',
      others: 2,
      absent: 'stateDiagram; [*]',
    },
  ],
  'mermaid: er': [
    'erDiagram\n    CUSTOMER ||--o{ ORDER : places\n    ORDER ||--|{ LINE_ITEM : contains\n    CUSTOMER {\n        string name\n        string email\n    }\n    ORDER {\n        int id\n        date created\n    }',
    {
      edges: 'CUSTOMER -- ORDER: ~places; ORDER -- LINE_ITEM: ~contains',
      beside: { CUSTOMER: '~name; ~email', ORDER: '~id; ~created' },
      absent: 'erDiagram',
      others: 4,
    },
  ],
  'mermaid: mind map': [
    'mindmap\n  root((Team))\n    Goals\n      Revenue\n      Quality\n    People\n      Hiring\n    Tools',
    {
      edges: 'Team -- Goals -- Revenue; Goals -- Quality; Team -- People -- Hiring; Team -- Tools',
      absent: 'root; mindmap',
    },
  ],
  'mermaid: timeline': [
    'timeline\n    title History of Social Media\n    2002 : LinkedIn\n    2004 : Facebook : Google\n    2005 : YouTube\n    2006 : Twitter',
    {
      title: 'History of Social Media',
      beside: { '~2002': '~LinkedIn', '~2004': '~Facebook; ~Google', '~2006': '~Twitter' },
      order: '~2002; ~2004; ~2005; ~2006',
      texts: '~YouTube',
      others: 1,
    },
  ],
  'mermaid: gantt': [
    'gantt\n    title A Gantt Diagram\n    dateFormat YYYY-MM-DD\n    section Design\n        Wireframes :a1, 2026-01-01, 10d\n        Mockups :after a1, 20d\n    section Build\n        Backend :2026-02-01, 30d\n        Frontend :24d',
    {
      title: 'A Gantt Diagram',
      beside: { '~Design': '~Wireframes; ~Mockups', '~Build': '~Backend; ~Frontend' },
      order: '~Wireframes; ~Mockups; ~Backend; ~Frontend',
      absent: 'dateFormat; section; after a1',
      others: 8,
    },
  ],
  'mermaid: journey': [
    'journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Go upstairs: 3: Me\n      Do work: 1: Me, Cat\n    section Go home\n      Go downstairs: 5: Me\n      Sit down: 5: Me',
    {
      title: 'My working day',
      beside: { 'Go to work': '~Make tea; ~Go upstairs; ~Do work', 'Go home': '~Go downstairs; ~Sit down' },
      order: '~Make tea; ~Go upstairs; ~Do work; ~Go downstairs; ~Sit down',
      others: 6,
    },
  ],
  'mermaid: pie': [
    'pie title Pets adopted by volunteers\n    "Dogs" : 386\n    "Cats" : 85\n    "Rats" : 15',
    { title: 'Pets adopted by volunteers', texts: '~Dogs; ~Cats; ~Rats', others: 4 },
  ],
  'mermaid: with a request around it': [
    'please draw this for me:\n\n```mermaid\nflowchart LR\n    id1[Read mail] --> id2{Spam?}\n    id2 -->|yes| id3[Delete]\n    id2 -->|no| id4[Answer]\n```\n\nthanks!',
    {
      edges: 'Read mail -> Spam; Spam -> Delete: yes; Spam -> Answer: no',
      absent: 'please; thanks; id1',
      count: { shape: 4 },
    },
  ],
  'mermaid: frontmatter and comments': [
    '---\ntitle: Node flow\n---\nflowchart LR\n    %% first the input\n    in([Input]) --> proc[Process]\n    proc --> out([Output])\n    style in fill:#f9f\n    classDef big font-size:20px',
    {
      edges: 'Input -> Process -> Output',
      title: 'Node flow',
      absent: 'style; classDef; fill; first the input',
      count: { shape: 3 },
    },
  ],
  'mermaid: broken line': [
    'graph TD\n  A[Collect] --> B[Clean]\n  B --> C[[[Train\n  C --> D[Deploy]',
    { edges: 'Collect -> Clean', texts: 'Collect; Clean; ~Deploy', warning: '~line', others: 2 },
  ],
};
