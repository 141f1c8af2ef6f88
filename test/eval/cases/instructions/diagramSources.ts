import type { Instructions } from '../case.ts';

/** Pasted DOT and PlantUML. */
export const diagramSources: Instructions = {
  'dot: digraph': [
    'digraph G {\n  rankdir=LR;\n  node [shape=box];\n  a [label="Fetch"];\n  b [label="Parse"];\n  c [label="Store", shape=ellipse];\n  a -> b -> c;\n  b -> a [label="retry", style=dashed];\n}',
    {
      edges: 'Fetch -> Parse -> Store; Parse -> Fetch: retry',
      shapes: { ellipse: 'Store' },
      count: { shape: 3, connector: 3 },
      direction: 'right',
      absent: 'rankdir; label',
    },
  ],
  'dot: names only': [
    'digraph { main -> parse -> execute; main -> init; main -> cleanup; execute -> make_string }',
    { edges: 'main -> parse -> execute -> make_string; main -> init; main -> cleanup' },
  ],
  'dot: undirected': [
    'graph { Rome -- Milan; Rome -- Naples; Milan -- Turin }',
    { edges: 'Rome -- Milan; Rome -- Naples; Milan -- Turin', count: { shape: 4 } },
  ],
  'dot: undirected ring with labels': [
    'graph {\n Paris -- Lyon [label="2h"]\n Lyon -- Nice [label="4h30"]\n Nice -- Marseille [label="2h30"]\n Marseille -- Lyon [label="1h40"]\n Paris -- Lille [label="1h"]\n Lille -- Lyon [label="3h"]\n}',
    {
      edges:
        'Paris -- Lyon: 2h; Lyon -- Nice: 4h30; Nice -- Marseille: 2h30; Marseille -- Lyon: 1h40; Paris -- Lille: 1h; Lille -- Lyon: 3h',
      count: { shape: 5, connector: 6 },
    },
  ],
  'dot: clusters': [
    'digraph {\n  subgraph cluster_0 { label="process 1"; a0 -> a1; }\n  subgraph cluster_1 { label="process 2"; b0 -> b1; }\n  start -> a0;\n  start -> b0;\n  a1 -> b1;\n}',
    {
      inside: { 'process 1': 'a0; a1', 'process 2': 'b0; b1' },
      edges: 'start -> a0 -> a1 -> b1; start -> b0 -> b1',
      count: { frame: 2 },
    },
  ],
  'dot: groups in braces': [
    'strict digraph {\n  // services\n  gateway -> {auth orders stock}\n  {orders stock} -> db\n}',
    {
      edges: 'gateway -> auth; gateway -> orders; gateway -> stock; orders -> db; stock -> db',
      absent: 'services',
    },
  ],
  'plantuml: sequence': [
    '@startuml\nactor Customer\nparticipant "Web Shop" as Shop\ndatabase Stock\nCustomer -> Shop: place order\nShop -> Stock: reserve\nStock --> Shop: reserved\nShop --> Customer: confirmation\n@enduml',
    {
      texts: 'Customer; Web Shop; Stock',
      messages:
        'Customer -> Web Shop: place order; Web Shop -> Stock: reserve; Stock -> Web Shop: reserved; Web Shop -> Customer: confirmation',
      absent: 'startuml; actor; participant',
      others: 2,
    },
  ],
  'plantuml: activity': [
    '@startuml\nstart\n:Read order;\nif (Paid?) then (yes)\n  :Ship goods;\nelse (no)\n  :Send reminder;\nendif\n:Archive;\nstop\n@enduml',
    {
      edges:
        'Read order -> Paid; Paid -> Ship goods: yes; Paid -> Send reminder: no; Ship goods -> Archive; Send reminder -> Archive',
      shapes: { diamond: 'Paid' },
      absent: 'startuml; endif',
      others: 2,
    },
  ],
  'plantuml: activity with loop and fork': [
    '@startuml\nstart\nrepeat\n  :Take sample;\n  :Measure;\nrepeat while (More samples?) is (yes)\nfork\n  :Write report;\nfork again\n  :Clean lab;\nend fork\nstop\n@enduml',
    {
      edges: 'Take sample -> Measure -> More samples; More samples -> Take sample: yes',
      texts: 'Write report; Clean lab',
      absent: 'fork; repeat',
      others: 4,
    },
  ],
  'plantuml: component': [
    '@startuml\npackage "Some Group" {\n  [First Component]\n  [Another Component]\n}\nnode "Other Groups" {\n  [Second Component]\n}\n[First Component] --> [Second Component] : uses\ndatabase "MySql" {\n  folder "Orders" {\n  }\n}\n[Second Component] --> Orders\n@enduml',
    {
      inside: {
        'Some Group': 'First Component; Another Component',
        'Other Groups': 'Second Component',
        MySql: 'Orders',
      },
      edges: 'First Component -> Second Component: uses; Second Component -> Orders',
    },
  ],
  'plantuml: class': [
    '@startuml\nclass Car {\n  -String make\n  +drive()\n}\ninterface Vehicle\nVehicle <|.. Car\nCar "1" *-- "4" Wheel : has\n@enduml',
    {
      edges: 'Car -- ~Vehicle; Car -- Wheel: ~has',
      beside: { Car: '~make; ~drive' },
      absent: 'startuml',
      others: 3,
    },
  ],
  'plantuml: state': [
    '@startuml\n[*] --> Idle\nIdle --> Running : start\nRunning --> Idle : stop\nRunning --> Failed : error\nFailed --> [*]\n@enduml',
    {
      edges: 'Idle -> Running: start; Running -> Idle: stop; Running -> Failed: error',
      absent: '[*]; startuml',
      others: 2,
    },
  ],
  'plantuml: mind map': [
    '@startmindmap\n* Debian\n** Ubuntu\n*** Linux Mint\n*** Kubuntu\n** LMDE\n@endmindmap',
    { edges: 'Debian -- Ubuntu -- Linux Mint; Ubuntu -- Kubuntu; Debian -- LMDE', absent: 'startmindmap' },
  ],
  'plantuml: use case': [
    '@startuml\nleft to right direction\nactor Guest as g\nrectangle Restaurant {\n  usecase "Eat Food" as UC1\n  usecase "Pay for Food" as UC2\n}\ng --> UC1\ng --> UC2\n@enduml',
    {
      edges: 'Guest -> Eat Food; Guest -> Pay for Food',
      inside: { Restaurant: 'Eat Food; Pay for Food' },
      absent: 'usecase; left to right',
    },
  ],
};
