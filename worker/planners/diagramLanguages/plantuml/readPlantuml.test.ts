import { expect, test } from 'vitest';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import { readPlantuml } from './readPlantuml.ts';

const read = (text: string) =>
  drawnPlan(
    readPlantuml({
      language: 'plantuml',
      text: `@startuml\n${text}\n@enduml`,
      first: 1,
      before: '',
      after: '',
    }),
  );

test('reads an activity: conditions, parallel work, loops, lanes and partitions', () => {
  const plan = read(`title Order
|Sales|
start
:Read order;
if (In stock?) then (yes)
  :Reserve;
elseif (Can order?) then (maybe)
  :Order from
  supplier;
else (no)
  :Refuse;
  stop
endif
|Warehouse|
fork
  :Pack;
fork again
  :Invoice;
end fork
while (More?) is (yes)
  :Ship;
endwhile (no)
repeat
  :Check;
repeat while (Good?) is (no) not (yes)
partition "Finish" {
  -> at last;
  :Archive;
}
stop`);
  expect(plan).toMatchObject({ title: 'Order', warnings: [] });
  expect(plan.frames).toEqual(['Sales', 'Warehouse', 'Warehouse > Finish']);
  expect(plan.nodes).toEqual(
    expect.arrayContaining([
      'Sales > Read order',
      'Sales > Order from\nsupplier',
      'Warehouse > Pack',
      'Finish > Archive',
    ]),
  );
  expect(plan.shapes.get('In stock?')).toBe('diamond');
  expect(plan.edges).toEqual([
    'Start -> Read order',
    'Read order -> In stock?',
    'In stock? -> Reserve: yes',
    'In stock? -> Can order?: no',
    'Can order? -> Order from\nsupplier: maybe',
    'Can order? -> Refuse: no',
    'Refuse -> End',
    'Reserve -> In parallel',
    'Order from\nsupplier -> In parallel',
    'In parallel -> Pack',
    'In parallel -> Invoice',
    'Invoice -> More?',
    'Pack -> More?',
    'More? -> Ship: yes',
    'Ship -> More?',
    'More? -> Check: no',
    'Check -> Good?',
    'Good? -> Check: no',
    'Good? -> Archive: at last',
    'Archive -> End',
  ]);
});

test('reads a sequence: aliases, blocks, notes, answers', () => {
  const plan = read(`skinparam backgroundColor white
actor User as U
participant "Web App" as W
U -> W : log in
activate W
W --> U : ok
alt success
W ->> DB: read
else failure
W -[#red]> W : retry
end
U <- W : back
note over W
two
lines
end note
foo bar baz`);
  expect(plan.nodes).toEqual(['User', 'Web App', 'DB', 'two\nlines']);
  expect(plan.edges).toEqual([
    'User -> Web App: log in',
    'Web App -.-> User: ok',
    'alt: success > Web App -> DB: read',
    'else: failure > Web App -> Web App: retry',
    'Web App -> User: back',
    'Web App -.-- two\nlines',
  ]);
  expect(plan.warnings).toEqual([
    'Line 18 was left out: “foo bar baz”. Expected for example “A -> B : message”.',
  ]);
});

test('reads classes: features, packages, inheritance, relations with numbers', () => {
  const plan = read(`package "Core" {
  abstract class Animal {
    +name : String
    -first-name : String
    --
    +run() : void
  }
}
class Dog extends Animal
Dog "1" *-- "many" Leg : has >
Dog : +bark()
Owner o-- Dog
A ..> B : uses
note left of Leg : four`);
  const animal = '«abstract» Animal';
  expect(plan.layout).toBe('class');
  expect(plan.nodes).toEqual([`Core > ${animal}`, 'Dog', 'Leg', 'Owner', 'A', 'B', 'four']);
  expect([...plan.compartments]).toEqual([
    [animal, ['+name : String\n-first-name : String', '+run() : void']],
    ['Dog', ['+bark()']],
  ]);
  expect(plan.edges).toEqual([
    `Dog -> ${animal}: extends`,
    'Dog -> Leg: has (1 to many)',
    'Owner -> Dog',
    'A -.-> B: uses',
    'Leg -.-- four',
  ]);
});

test('reads components: groups, aliases, both kinds of names, direction', () => {
  const plan = read(`left to right direction
actor Customer
Customer --> ui : browses
package "Web" {
  [Shop UI] as ui
  component "API" as api
}
database "Orders DB" as db
ui -down-> api : REST
api ..> db
(Pay) <- Customer`);
  expect(plan).toMatchObject({ direction: 'right', frames: ['Web'] });
  expect(plan.nodes).toEqual(['Customer', 'Web > Shop UI', 'Web > API', 'Orders DB', 'Pay']);
  expect(plan.edges).toEqual([
    'Customer -> Shop UI: browses',
    'Shop UI -> API: REST',
    'API -.-> Orders DB',
    'Customer -> Pay',
  ]);
});

test('reads states: composite states that are named before they are described', () => {
  const plan = read(`[*] --> Idle
Idle --> Running : start
state Running {
  [*] --> Fast
}
Running --> [*]
Idle : waits`);
  expect(plan.frames).toEqual(['Running']);
  expect(plan.edges).toEqual([
    'Start -> Idle\nwaits',
    'Idle\nwaits -> Running: start',
    'Start -> Fast',
    'Running -> End',
  ]);
});

test('reads the old syntax of activities', () => {
  const plan = read(
    '(*) --> "Read"\nif "Paid?" then\n  -->[yes] "Ship" as s\n  --> (*)\nelse\n  -->[no] "Remind"\n  --> "Read"\nendif',
  );
  expect(plan.shapes.get('Paid?')).toBe('diamond');
  expect(plan.edges).toEqual([
    ...['Start -> Read', 'Read -> Paid?', 'Paid? -> Ship: yes', 'Ship -> End'],
    ...['Paid? -> Remind: no', 'Remind -> Read'],
  ]);
});

test('reads use cases and actors without declarations', () => {
  expect(read(':User: --> (Log in)\n(Log in) ..> (Check) : include').edges).toEqual([
    'User -> Log in',
    'Log in -.-> Check: include',
  ]);
});

test.each([
  ['mindmap', 'mindmap'],
  ['wbs', 'tree'],
])('reads topics of @start%s by their marks', (kind, layout) => {
  const text = `@start${kind}\n* Root\n**[#red] One\n**: two\nlines;\n***_ Three\nnothing\n@end${kind}`;
  const plan = drawnPlan(readPlantuml({ language: 'plantuml', text, first: 1, before: '', after: '' }));
  expect(plan).toMatchObject({ layout, title: 'Root' });
  expect(plan.edges).toEqual(['Root -> One', 'Root -> two\nlines', 'two\nlines -> Three']);
  expect(plan.warnings).toEqual([expect.stringContaining('Line 7 was left out: “nothing”')]);
});
