import { expect, test } from 'vitest';
import { toMermaid } from '../../../../src/canvas/export/mermaid.ts';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import { withoutWindow } from '../../../../test/support/withoutWindow.ts';
import { readSourceFile } from '../readSourceFile.ts';

withoutWindow();

async function read(text: string) {
  const file = await readSourceFile({ text, name: null });
  return drawnPlan('refusal' in file ? null : file);
}

test('reads a flowchart: subgraphs, shapes, labels, colours and direction', async () => {
  const plan = await read(`flowchart LR
    subgraph shop [The Shop]
      A([Start]) -->|yes| B{Is it?}
      subgraph inner
        Z[(Orders)]
      end
    end
    B -. maybe .-> C((Round))
    C <--> D["first<br/>second & #quot;third#quot;"]
    style A fill:#f9f
    classDef bad fill:#f00
    class B bad
    A --> shop
    Z --- D`);
  expect(plan).toMatchObject({ layout: 'flow', direction: 'right', warnings: [] });
  expect(plan.frames).toEqual(['The Shop', 'The Shop > inner']);
  expect(plan.nodes.toSorted()).toEqual(
    [
      'The Shop > Start',
      'The Shop > Is it?',
      'inner > Orders',
      'Round',
      'first\nsecond & "third"',
    ].toSorted(),
  );
  expect(plan.edges).toEqual([
    'Start -> Is it?: yes',
    'Is it? -.-> Round: maybe',
    'Round <-> first\nsecond & "third"',
    'Start -> The Shop',
    'Orders -- first\nsecond & "third"',
  ]);
  expect(plan.shapes.get('Is it?')).toBe('diamond');
  expect(plan.shapes.get('Start')).toBe('ellipse');
  expect([plan.colors.get('Start'), plan.colors.get('Is it?')]).toEqual(['pink', 'red']);
});

test.each([
  ['Shop [Web "shop"]', 'Web "shop"'],
  ['Shop["Say "hi" now"]', 'Say "hi" now'],
  ['Shop ["Web #quot;shop#quot;"]', 'Web "shop"'],
  ['Shop   [ Web shop ]', 'Web shop'],
  ['Shop [Web [new] shop]', 'Web [new] shop'],
  ['Shop [Web (shop) | A/B]', 'Web (shop) | A/B'],
  ['Shop [Web shop', 'Web shop'],
  ['Shop ["Web shop"] ', 'Web shop'],
  ['Shop [Web shop] %% a remark', 'Web shop'],
  ['Shop("Web shop")', 'Web shop'],
  ['Shop', 'Shop'],
  ['Web shop', 'Web shop'],
  ['Web (shop)', 'Web (shop)'],
  ['"Web shop"', 'Web shop'],
  ['"Web "big" shop"', 'Web "big" shop'],
  ['[Web shop]', 'Web shop'],
  ['Läden [Größe "L"]', 'Größe "L"'],
])('reads the title of a subgraph: %s', async (written, title) => {
  const plan = await read(`flowchart LR\n  subgraph ${written}\n    a --> b\n  end\n  b --> c`);
  expect(plan.frames).toEqual([title]);
  expect(plan.nodes.toSorted()).toEqual([`${title} > a`, `${title} > b`, 'c']);
  expect(plan.warnings).toEqual([]);
});

test('keeps connectors to a subgraph whose title has quotes', async () => {
  const plan = await read('flowchart LR\n  subgraph Shop [Web "shop"]\n    a\n  end\n  Shop --> b');
  expect(plan.edges).toEqual(['Web "shop" -> b']);
});

test('reads a sequence diagram: participants, messages, blocks and notes', async () => {
  const plan = await read(`sequenceDiagram
    title Log in
    actor U as User
    participant S as Server
    U->>+S: hello
    S-->>-U: hi
    alt known
      U->>S: go
    else new
      U-xS: register
    end
    S->>S: check
    Note right of S: in memory`);
  expect(plan).toMatchObject({ title: 'Log in', layout: 'sequence' });
  expect(plan.nodes).toEqual(['User', 'Server', 'in memory']);
  expect(plan.frames).toEqual(['alt: known', 'else: new']);
  expect(plan.edges).toEqual([
    'User -> Server: hello',
    'Server -.-> User: hi',
    'alt: known > User -> Server: go',
    'else: new > User -> Server: register',
    'Server -> Server: check',
    'Server -.-- in memory',
  ]);
});

test('reads a class diagram: features, relations with numbers, namespaces', async () => {
  const plan = await read(`classDiagram
    class Animal {
      +int age
      +run() bool
    }
    <<abstract>> Animal
    Animal <|-- Dog
    Animal "1" *-- "many" Leg : has
    Dog ..> Food
    namespace Home {
      class Bed
    }`);
  expect(plan).toMatchObject({ layout: 'class', direction: null });
  const animal = '«abstract» Animal';
  expect([...plan.compartments]).toEqual([[animal, ['+int age', '+run() : bool']]]);
  expect(plan.nodes).toEqual(expect.arrayContaining([animal, 'Dog', 'Home > Bed']));
  expect(plan.edges).toEqual([
    `Dog -> ${animal}: extends`,
    `${animal} -> Leg: has (1 to many)`,
    'Dog -.-> Food',
  ]);
});

test('reads a state diagram: start, end, composite states, choices and notes', async () => {
  const plan = await read(`stateDiagram-v2
    direction LR
    [*] --> Still
    Still --> Moving : go
    state Moving {
      [*] --> Slow
      --
      [*] --> Loud
    }
    state which <<choice>>
    Moving --> which
    which --> [*] : stop
    note right of Still : waits`);
  expect(plan).toMatchObject({ layout: 'state', direction: 'right', frames: ['Moving'] });
  expect(plan.nodes).toEqual(
    expect.arrayContaining(['Start', 'Moving > Start', 'Moving > Slow', 'Moving > Loud', 'waits', 'End']),
  );
  expect(plan.edges).toEqual(
    expect.arrayContaining([
      'Start -> Still',
      'Still -> Moving: go',
      'Moving -> ?',
      '? -> End: stop',
      'Still -.-- waits',
    ]),
  );
});

test('reads a data model: attributes, relations with numbers', async () => {
  const plan = await read(`erDiagram
    CUSTOMER ||--o{ ORDER : places
    CUSTOMER {
      string name PK "the name"
      int age
    }
    ORDER }|..|| ADDRESS : "goes to"`);
  expect(plan.layout).toBe('class');
  expect(plan.nodes).toEqual(['CUSTOMER', 'ORDER', 'ADDRESS']);
  expect([...plan.compartments]).toEqual([['CUSTOMER', ['name: string PK (the name)\nage: int']]]);
  expect(plan.edges).toEqual([
    'CUSTOMER -> ORDER: places (1 to 0..n)',
    'ORDER -.-> ADDRESS: goes to (1..n to 1)',
  ]);
});

test('reads a mind map, and the title of the front matter', async () => {
  const plan = await read('---\ntitle: My plan\n---\nmindmap\n  root((Plan))\n    One\n      Deep\n    Two');
  expect(plan).toMatchObject({ title: 'My plan', layout: 'mindmap' });
  expect(plan.edges).toEqual(['Plan -> One', 'Plan -> Two', 'One -> Deep']);
});

test('reads a timeline with and without sections', async () => {
  const plain = await read('timeline\n  title History\n  2002 : LinkedIn : Friendster\n  2004 : Facebook');
  expect(plain).toMatchObject({ title: 'History', layout: 'timeline' });
  expect(plain.edges).toEqual(['2002 -> LinkedIn', '2002 -> Friendster', '2002 -> 2004: Facebook']);
  const divided = await read(
    'timeline\n  section Early\n    2002 : LinkedIn\n  section Late\n    2010 : Instagram',
  );
  expect(divided.nodes).toEqual(['Early > 2002\nLinkedIn', 'Late > 2010\nInstagram']);
});

test('reads a Gantt chart: sections, dates and what is done', async () => {
  const plan = await read(`gantt
    title Launch
    dateFormat YYYY-MM-DD
    section Build
    Design :done, a1, 2024-01-01, 10d
    Code :crit, after a1, 5d
    section Ship
    Release :milestone, 2024-03-01, 0d`);
  expect(plan).toMatchObject({ title: 'Launch', layout: 'timeline', frames: ['Build', 'Ship'] });
  expect(plan.nodes).toEqual([
    'Build > Design\n2024-01-01 – 2024-01-11',
    'Build > Code\n2024-01-11 – 2024-01-16',
    'Ship > Release\n2024-03-01',
  ]);
  expect([...plan.colors.values()]).toEqual(['green', 'red', null]);
});

test('reads a user journey, and a pie chart as a list', async () => {
  const journey = await read('journey\n  title Day\n  section Work\n    Make tea: 5: Me, Cat');
  expect(journey).toMatchObject({ layout: 'kanban', nodes: ['Work > Make tea\nScore 5, Me, Cat'] });
  const pie = await read('pie title Pets\n  "Dogs" : 30\n  "Cats" : 10');
  expect(pie.nodes).toEqual(['Dogs\n30 (75 %)', 'Cats\n10 (25 %)']);
  expect(pie.warnings).toHaveLength(1);
});

test('leaves out lines that are not valid, and names them', async () => {
  const plan = await read('Draw this:\n\n```mermaid\nflowchart TD\n  A --> B\n  D --> [[E\n  B --> C\n```');
  expect(plan.edges).toEqual(['A -> B', 'B -> C']);
  expect(plan.warnings).toEqual([
    'Line 6 was left out: “D --> [[E”. Expected for example “A[Text] -->|label| B”.',
  ]);
});

test('keeps as many nodes as a job may add, with the edges among them', async () => {
  const lines = Array.from({ length: 300 }, (_, at) => `  n${at} --> n${at + 1}`);
  const plan = await read(`flowchart TD\n${lines.join('\n')}`);
  expect([plan.nodes.length, plan.edges.length]).toEqual([200, 199]);
  expect(plan.warnings).toEqual([
    '101 boxes and 101 connectors were left out: one instruction adds at most 200 boxes and 250 connectors.',
  ]);
});

test('names like those of built-in properties are ordinary names', async () => {
  const plan = await read('flowchart TD\n  constructor --> toString\n  toString --> hasOwnProperty');
  expect(plan.edges).toEqual(['constructor -> toString', 'toString -> hasOwnProperty']);
});

test('reads labels that need quotes and have none', async () => {
  const plan = await read(
    'flowchart TD\n  A[Draft (new)] -->|after (legal) check| B{Good [enough]?}\n  B --> C[(Store)]',
  );
  expect(plan).toMatchObject({
    nodes: ['Draft (new)', 'Good [enough]?', 'Store'],
    edges: ['Draft (new) -> Good [enough]?: after (legal) check', 'Good [enough]? -> Store'],
    warnings: [],
  });
});

test('skips directives of several lines and comments', async () => {
  const plan = await read(
    '%%{init: {\n  "theme": "dark"\n}}%%\nflowchart TD\n  %% a comment\n  A --> B\n  C -->',
  );
  expect(plan.edges).toEqual(['A -> B']);
  expect(plan.warnings).toEqual([expect.stringContaining('Line 7 was left out: “C -->”')]);
});

test('reads what this product exports as Mermaid', async () => {
  const shape = (id: string, text: string) => ({
    ...{
      id,
      kind: 'SHAPE' as const,
      x: 0,
      y: 0,
      width: 100,
      height: 50,
      zIndex: 0,
      color: 'neutral' as const,
    },
    ...{ text, parentId: null, shape: 'RECTANGLE' as const, lines: [text], fontSize: 16 },
  });
  const texts = ['Draft (v1) "new"', 'a & b; <c> #1'];
  const source = toMermaid({ title: 'Export', objects: texts.map((text, at) => shape(`s${at}`, text)) });
  expect(await read(source)).toMatchObject({ title: 'Export', nodes: texts, warnings: [] });
});

test('brackets that are not closed, and arrows of one dash, are corrected', async () => {
  const plan = await read(
    'flowchart TD\nA[Start] --> B{Ok?\nB -->|yes| C[Done]\nC -> D(Text (more))\nno Mermaid !!',
  );
  expect(plan.edges).toEqual(['Start -> Ok?', 'Ok? -> Done: yes', 'Done -> Text (more)']);
  expect(plan.warnings).toEqual([expect.stringContaining('Line 5 was left out: “no Mermaid !!”')]);
});
