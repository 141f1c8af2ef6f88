import { expect, test } from 'vitest';
import { planFor } from '../../../../../test/support/sketchedPlan.ts';

/** Connectors of the flow that is drawn from a text. */
const edgesOf = async (text: string) => (await planFor(text)).edges;

test('actors, passives and shared subjects become activities of their own', async () => {
  expect(
    await edgesOf(
      'A guest arrives at the hotel and asks for a room. The booking is checked and confirmed. The porter takes the luggage. It is brought to the room.',
    ),
  ).toEqual([
    'Guest arrives at the hotel -> Guest asks for a room',
    'Guest asks for a room -> Booking is checked',
    'Booking is checked -> Booking is confirmed',
    'Booking is confirmed -> Porter takes the luggage',
    'Porter takes the luggage -> Luggage is brought to the room',
  ]);
});

test('a condition and its opposite are the sides of one decision', async () => {
  const edges = await edgesOf(
    'The clerk checks the form. If it is not complete, it is returned to the applicant. If it is complete, the clerk files it. The office sends a letter.',
  );
  expect(edges).toEqual([
    'Clerk checks the form -> Complete?',
    'Complete? -No-> Form is returned to the applicant',
    'Complete? -Yes-> Clerk files it',
    'Clerk files it -> Office sends a letter',
  ]);
});

test('some of a kind are a condition', async () => {
  expect(
    await edgesOf(
      'The clerk reads the applications. Incomplete applications are returned. Complete applications are filed. The office sends a letter.',
    ),
  ).toEqual(
    expect.arrayContaining([
      'Clerk reads the applications -> Complete applications?',
      'Complete applications? -No-> Incomplete applications are returned',
      'Complete applications? -Yes-> Complete applications are filed',
    ]),
  );
});

test.each([
  'The cook bakes the cake, and at the same time the waiter sets the table. The guests arrive.',
  'The cook bakes the cake while the waiter sets the table. The guests arrive.',
  'The cook bakes the cake. Meanwhile the waiter sets the table. The guests arrive.',
  'Two things are done in parallel: the cook bakes the cake and the waiter sets the table. The guests arrive.',
])('parallel work joins again: %s', async (work) => {
  expect(await edgesOf(`The host calls the guests. ${work} The host opens the door.`)).toEqual(
    expect.arrayContaining([
      'Host calls the guests -> Cook bakes the cake',
      'Host calls the guests -> Waiter sets the table',
      'Cook bakes the cake -> Guests arrive',
      'Waiter sets the table -> Guests arrive',
    ]),
  );
});

test('what is waited for stands on the connector', async () => {
  expect(
    await edgesOf(
      'The mechanic orders the parts. As soon as the parts have arrived, the mechanic repairs the bicycle. The customer pays the bill. The customer takes the bicycle.',
    ),
  ).toContain('Mechanic orders the parts -The parts have arrived-> Mechanic repairs the bicycle');
});

test('remarks around a process are no steps', async () => {
  const { texts } = await planFor(
    'Hi Sam, it was good to hear from you. Sales collects the documents. Legal checks the contract. Finance creates the customer. Sales gets a message. The whole thing takes two weeks. I would love to see a picture of that.',
  );
  expect(texts).toEqual([
    'Sales collects the documents',
    'Legal checks the contract',
    'Finance creates the customer',
    'Sales gets a message',
  ]);
});

test('ranges of an amount are cases of one question', async () => {
  expect(
    await edgesOf(
      'under 100 euro auto approve, 100 to 1000 the manager approves, over 1000 the CFO approves, then pay out',
    ),
  ).toEqual(
    expect.arrayContaining([
      'Under 100 euro? -Yes-> Auto approve',
      '100 to 1000? -Over 1000-> CFO approves',
      'CFO approves -> Pay out',
      'Auto approve -> Pay out',
    ]),
  );
});

test.each([
  [
    'Antrag prüfen. Wenn er korrekt ist, genehmigen. Sonst ablehnen.',
    'Korrekt?',
    'Ja',
    'Genehmigen',
    'Nein',
    'Ablehnen',
  ],
  ['用户登录，如果密码正确，进入首页，否则显示错误', '密码正确?', '是', '进入首页', '否', '显示错误'],
])(
  'conditions of other languages are read by their punctuation: %s',
  async (text, question, yes, met, no, other) => {
    expect(await edgesOf(text)).toEqual(
      expect.arrayContaining([`${question} -${yes}-> ${met}`, `${question} -${no}-> ${other}`]),
    );
  },
);

test.each([
  'Swimlanes: Sales drafts the offer, Legal checks it, Sales sends it to the client',
  'Swim lanes Sales and Legal: Sales drafts the offer, Legal checks it, Sales sends it to the client',
  'swimlanes for Sales and Legal. Sales drafts the offer; Legal checks it; Sales sends it to the client',
])('lanes hold what their names do: %s', async (text) => {
  const { cards, edges } = await planFor(text);
  expect(cards).toEqual({ Sales: ['Draft the offer', 'Send it to the client'], Legal: ['Check it'] });
  expect(edges).toEqual(['Draft the offer -> Check it', 'Check it -> Send it to the client']);
});

test('a later condition belongs to the part of "a and b" that it denies', async () => {
  const { header, edges } = await planFor(
    "Should I go out? If I finished my homework, and it's sunny, go to the park. If it's not sunny, go to the cinema. If homework isn't finished, stay home.",
  );
  expect(header.title).toBe('Should I go out?');
  expect(edges).toEqual([
    'I finished my homework? -Yes-> Sunny?',
    'Sunny? -Yes-> Go to the park',
    'Sunny? -No-> Go to the cinema',
    'I finished my homework? -No-> Stay home',
  ]);
});

test('a condition within another one keeps its other side, and so does the outer one', async () => {
  expect(
    await edgesOf(
      'Guest arrives at the reception. If they have a reservation, the receptionist looks it up, and if the room is ready she hands over the key; if the room is not ready, the guest waits in the lobby. If they have no reservation, the receptionist checks availability.',
    ),
  ).toEqual(
    expect.arrayContaining([
      'Guest arrives at the reception -> Have a reservation?',
      'Have a reservation? -Yes-> Receptionist looks it up',
      'Is the room ready? -No-> Guest waits in the lobby',
      'Have a reservation? -No-> Receptionist checks availability',
    ]),
  );
});

test('a condition within a sentence of commands concerns what follows it', async () => {
  expect(
    await edgesOf(
      'If the alarm rings, get up. Otherwise keep sleeping. Brush teeth and, if there is time, have breakfast; then leave.',
    ),
  ).toEqual(
    expect.arrayContaining(['Brush teeth -> Time?', 'Time? -Yes-> Have breakfast', 'Time? -No-> Leave']),
  );
});

test('answers may hold questions of their own', async () => {
  expect(
    await edgesOf(
      'Decide on a database. Need transactions? yes: Postgres. no: need search? yes: Elasticsearch, no: Redis',
    ),
  ).toEqual([
    'Decide on a database -> Need transactions?',
    'Need transactions? -Yes-> Postgres',
    'Need transactions? -No-> Need search?',
    'Need search? -Yes-> Elasticsearch',
    'Need search? -No-> Redis',
  ]);
});

test('what is repeated leads back from the question when it ends', async () => {
  expect(
    await edgesOf(
      'Fill the bucket, carry it to the barn and repeat until the trough is full, then close the gate',
    ),
  ).toEqual([
    'Fill the bucket -> Carry it to the barn',
    'Carry it to the barn -> Is the trough full?',
    'Is the trough full? -No-> Fill the bucket',
    'Is the trough full? -Yes-> Close the gate',
  ]);
});

test('ways that depend on something are named on the connectors', async () => {
  expect(
    await edgesOf(
      'Depending on the severity: low: reply by email, medium: call the customer, high: send a technician',
    ),
  ).toEqual([
    'Severity? -Low-> Reply by email',
    'Severity? -Medium-> Call the customer',
    'Severity? -High-> Send a technician',
  ]);
});

test('either … or is a fork with both words', async () => {
  expect(
    await edgesOf(
      'Flowchart: close the shop, either call the customer or send an email, then close the ticket',
    ),
  ).toEqual([
    'Close the shop -Either-> Call the customer',
    'Close the shop -Or-> Send an email',
    'Call the customer -> Close the ticket',
    'Send an email -> Close the ticket',
  ]);
});

test('a condition ends where a command begins, without a comma', async () => {
  expect(
    await edgesOf(
      "Repair or replace? If it's older than 3 years replace it. Otherwise if the repair is cheap, repair it, else sell it.",
    ),
  ).toEqual([
    'Older than 3 years? -Yes-> Replace it',
    'Older than 3 years? -No-> Is the repair cheap?',
    'Is the repair cheap? -Yes-> Repair it',
    'Is the repair cheap? -No-> Sell it',
  ]);
});

test.each([
  'While there are unread mails, open the next mail and answer it. Then log out.',
  'As long as there are unread mails, open the next mail and answer it. Then log out.',
])('what is done as long as something holds leads back to that question: %s', async (text) => {
  expect(await edgesOf(text)).toEqual([
    'Unread mails? -Yes-> Open the next mail',
    'Open the next mail -> Answer it',
    'Answer it -> Unread mails?',
    'Unread mails? -No-> Log out',
  ]);
});

test('a comparison is a condition, not an arrow', async () => {
  expect(
    await edgesOf(
      'Admission: check the patient, if temp > 38 isolate patient, otherwise seat in waiting room',
    ),
  ).toEqual([
    'Check the patient -> Temp > 38?',
    'Temp > 38? -Yes-> Isolate patient',
    'Temp > 38? -No-> Seat in waiting room',
  ]);
});

test('conditions may answer a question', async () => {
  expect(
    await edgesOf(
      'Is the plant wilting? If yes, is the soil dry? If dry, water it. If wet, check roots. If not wilting, do nothing.',
    ),
  ).toEqual([
    'Is the plant wilting? -Yes-> Is the soil dry?',
    'Is the soil dry? -Yes-> Water it',
    'Is the soil dry? -Wet-> Check roots',
    'Is the plant wilting? -No-> Do nothing',
  ]);
});

test('a time before the first step sets the process off', async () => {
  expect(
    await edgesOf(
      'Every Monday the team lead collects the reports. Unless somebody is ill, she sends them to the director. In case of illness, the deputy does it.',
    ),
  ).toEqual([
    'Every Monday -> Team lead collects the reports',
    'Team lead collects the reports -> Is somebody ill?',
    'Is somebody ill? -No-> Team lead sends them to the director',
    'Is somebody ill? -Yes-> Deputy does it',
  ]);
});

test('"he" is who a condition is about, and difficult cases are a question', async () => {
  const edges = await edgesOf(
    'The manager calls the caretaker. If the caretaker can fix the defect, he carries out the repair. The tenant signs a report. In difficult cases an expert is consulted. The tenant pays the bill.',
  );
  expect(edges).toEqual(
    expect.arrayContaining([
      'Caretaker can fix the defect? -Yes-> Caretaker carries out the repair',
      'Difficult case? -Yes-> Expert is consulted',
    ]),
  );
});

test('German subjects stand before their verbs', async () => {
  expect(
    await edgesOf(
      'Beim Arzt: Patient meldet sich an. Falls er neu ist, Formular ausfüllen, sonst Akte holen. Danach untersucht der Arzt den Patienten.',
    ),
  ).toContain('Formular ausfüllen -> Der Arzt untersucht den Patienten');
});

test('"somebody else" and "at once" end no condition', async () => {
  expect(
    await edgesOf(
      'Reader orders a book; if the book is lent to somebody else, the system sends a message, otherwise the librarian fetches it at once.',
    ),
  ).toEqual([
    'Reader orders a book -> Is the book lent to somebody else?',
    'Is the book lent to somebody else? -Yes-> System sends a message',
    'Is the book lent to somebody else? -No-> Librarian fetches it at once',
  ]);
});
