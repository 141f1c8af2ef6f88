import { describe, expect, it } from 'vitest';
import { planFor } from '../../../test/support/sketchedPlan.ts';

type Case = { instruction: string; shapes: string[]; edges: string[] };

const told: Case[] = [
  {
    instruction: 'flow: A, B, C, go back to A if C fails',
    shapes: ['A', 'B', 'C', '<C fails?>', '(End)'],
    edges: ['A -> B', 'B -> C', 'C -> C fails?', 'C fails? -Yes-> A', 'C fails? -No-> End'],
  },
  {
    instruction: 'paid? ship. not paid? send reminder.',
    shapes: ['<Paid?>', 'Ship', 'Send reminder'],
    edges: ['Paid? -Yes-> Ship', 'Paid? -No-> Send reminder'],
  },
  {
    instruction: 'if password wrong 3 times lock account',
    shapes: ['<Password wrong 3 times?>', 'Lock account', '(End)'],
    edges: ['Password wrong 3 times? -Yes-> Lock account', 'Password wrong 3 times? -No-> End'],
  },
  {
    instruction: 'if it rains take umbrella else wear hat then go out',
    shapes: ['<Rains?>', 'Take umbrella', 'Wear hat', 'Go out'],
    edges: ['Rains? -Yes-> Take umbrella', 'Rains? -No-> Wear hat', 'Wear hat -> Go out'],
  },
  {
    instruction: 'Gather requirements. Design. If approved build it, otherwise redesign.',
    shapes: ['Gather requirements', 'Design', '<Approved?>', 'Build it', 'Redesign'],
    edges: ['Gather requirements -> Design', 'Design -> Approved?', 'Approved? -No-> Redesign'],
  },
  {
    instruction: 'Wenn der Kunde zahlt verschicken wir die Ware, sonst mahnen wir',
    shapes: ['<Kunde zahlt?>', 'Wir verschicken die Ware', 'Mahnen wir'],
    edges: ['Kunde zahlt? -Ja-> Wir verschicken die Ware', 'Kunde zahlt? -Nein-> Mahnen wir'],
  },
  {
    instruction: 'we check it, if its ok we refund, if not we send it back',
    shapes: ['Check it', '<Ok?>', 'Refund', 'Send it back'],
    edges: ['Check it -> Ok?', 'Ok? -Yes-> Refund', 'Ok? -No-> Send it back'],
  },
  {
    instruction: 'prüfen ob auf Lager, wenn ja versenden, wenn nein nachbestellen',
    shapes: ['Prüfen ob auf Lager', '<Auf Lager?>', 'Versenden', 'Nachbestellen'],
    edges: ['Auf Lager? -Ja-> Versenden', 'Auf Lager? -Nein-> Nachbestellen'],
  },
  {
    instruction: 'flow: check invoice, call customer. Is the invoice right? Yes: pay. No: reject.',
    shapes: ['Check invoice', 'Call customer', '<Is the invoice right?>', 'Pay', 'Reject'],
    edges: ['Check invoice -> Call customer', 'Call customer -> Is the invoice right?'],
  },
  {
    instruction: 'if ok ship if not reorder',
    shapes: ['<Ok?>', 'Ship', 'Reorder'],
    edges: ['Ok? -Yes-> Ship', 'Ok? -No-> Reorder'],
  },
  {
    instruction: 'decision tree: is it raining? yes: take umbrella, no: is it cold? yes: jacket, no: t-shirt',
    shapes: ['<Is it raining?>', 'Take umbrella', '<Is it cold?>', 'Jacket', 'T-shirt'],
    edges: [
      'Is it raining? -Yes-> Take umbrella',
      'Is it raining? -No-> Is it cold?',
      'Is it cold? -No-> T-shirt',
    ],
  },
  {
    instruction: 'diagrama de flujo: recibir pedido, preparar, enviar',
    shapes: ['Recibir pedido', 'Preparar', 'Enviar'],
    edges: ['Recibir pedido -> Preparar', 'Preparar -> Enviar'],
  },
  {
    instruction: 'sign up, verify email, choose plan; if payment fails, retry',
    shapes: ['Sign up', 'Verify email', 'Choose plan', 'Payment', '<Payment fails?>', 'Retry', '(End)'],
    edges: [
      'Choose plan -> Payment',
      'Payment fails? -Yes-> Retry',
      'Retry -> Payment',
      'Payment fails? -No-> End',
    ],
  },
  {
    instruction:
      'Customer docks the bike. If the lock is closed, end the ride and charge the card; otherwise beep. If the charge fails, send an invoice.',
    shapes: [
      'Customer docks the bike',
      '<Is the lock closed?>',
      'End the ride',
      'Charge the card',
      'Beep',
      '<Charge fails?>',
      'Send an invoice',
      '(End)',
    ],
    edges: ['Charge the card -> Charge fails?', 'Beep -> Charge fails?'],
  },
  {
    instruction:
      'Check the order. If it is fraud, cancel the order; otherwise reject it. If the customer complains, call them.',
    shapes: [
      'Check the order',
      '<Fraud?>',
      'Cancel the order',
      'Reject it',
      '<Customer complains?>',
      'Call them',
      '(End)',
    ],
    edges: ['Cancel the order -> Customer complains?', 'Reject it -> Customer complains?'],
  },
  {
    instruction: 'Boil water. Is it hot? If not, wait. Otherwise pour the water. Serve.',
    shapes: ['Boil water', '<Is it hot?>', 'Pour the water', 'Wait', 'Serve'],
    edges: ['Is it hot? -No-> Wait', 'Is it hot? -Yes-> Pour the water', 'Wait -> Serve'],
  },
  {
    instruction: 'flow: boil water, grind beans, is the grind fine? if no grind again, pour water, serve',
    shapes: ['Boil water', 'Grind beans', '<Is the grind fine?>', 'Pour water', 'Serve'],
    edges: [
      'Is the grind fine? -No-> Grind beans',
      'Is the grind fine? -Yes-> Pour water',
      'Pour water -> Serve',
    ],
  },
  {
    instruction: 'flow: check order -> in stock? if yes ship, if no reorder',
    shapes: ['Check order', '<In stock?>', 'Ship', 'Reorder'],
    edges: ['In stock? -Yes-> Ship', 'In stock? -No-> Reorder'],
  },
  {
    instruction: 'flow: manager decides; if approved HR records it, otherwise employee is informed',
    shapes: ['Manager decides', '<Approved?>', 'HR records it', 'Employee is informed'],
    edges: ['Approved? -Yes-> HR records it', 'Approved? -No-> Employee is informed'],
  },
  { instruction: 'A -> B -> C', shapes: ['A', 'B', 'C'], edges: ['A -> B', 'B -> C'] },
  {
    instruction: 'Home > Products > Cart',
    shapes: ['Home', 'Products', 'Cart'],
    edges: ['Home -> Products', 'Products -> Cart'],
  },
  {
    instruction: 'Start -> Valid? -yes-> Save -> End; Valid? -no-> Show error -> Start',
    shapes: ['(Start)', '<Valid?>', 'Save', '(End)', 'Show error'],
    edges: ['Valid? -yes-> Save', 'Valid? -no-> Show error', 'Show error -> Start'],
  },
  {
    instruction: 'flow: alert, triage, is it severe? if yes page the on-call, if no file a ticket; close',
    shapes: ['Alert', 'Triage', '<Is it severe?>', 'Page the on-call', 'File a ticket', 'Close'],
    edges: [
      'Triage -> Is it severe?',
      'Is it severe? -Yes-> Page the on-call',
      'Is it severe? -No-> File a ticket',
    ],
  },
  {
    instruction: 'flow: pack. Are size, colour and price right? If not, ask again. Ship',
    shapes: ['Pack', '<Are size, colour and price right?>', 'Ask again', 'Ship'],
    edges: ['Pack -> Are size, colour and price right?', 'Are size, colour and price right? -No-> Ask again'],
  },
  {
    instruction: 'A -->|maybe| B, B -> C',
    shapes: ['A', 'B', 'C'],
    edges: ['A -maybe-> B', 'B -> C'],
  },
  {
    instruction:
      '1. Open the app\n2. Log in\n3. If the password is wrong, show an error and go back to log in\n4. See dashboard',
    shapes: ['Open the app', 'Log in', '<Is the password wrong?>', 'Show an error', 'See dashboard'],
    edges: [
      'Is the password wrong? -Yes-> Show an error',
      'Show an error -> Log in',
      'Is the password wrong? -No-> See dashboard',
    ],
  },
  {
    instruction: '1. Wash hands\n2. Cut vegetables\n3. Fry\n4. Serve',
    shapes: ['Wash hands', 'Cut vegetables', 'Fry', 'Serve'],
    edges: ['Fry -> Serve'],
  },
  {
    instruction:
      'When a customer places an order, check stock. If the item is in stock, ship it, otherwise reorder. Finally send an invoice.',
    shapes: [
      '(Customer places an order)',
      'Check stock',
      '<Is the item in stock?>',
      'Ship it',
      'Reorder',
      'Send an invoice',
    ],
    edges: [
      'Is the item in stock? -Yes-> Ship it',
      'Is the item in stock? -No-> Reorder',
      'Ship it -> Send an invoice',
    ],
  },
  {
    instruction:
      'Please draw me a flowchart for code review: open PR, run checks, if checks fail fix them, review; if not approved, revise; merge',
    shapes: [
      'Open PR',
      'Run checks',
      '<Checks fail?>',
      'Fix them',
      'Review',
      '<Approved?>',
      'Revise',
      'Merge',
    ],
    edges: ['Fix them -> Run checks', 'Approved? -No-> Revise', 'Revise -> Review', 'Approved? -Yes-> Merge'],
  },
  {
    instruction:
      'Is the ticket urgent? If yes, call the customer. If no, reply by email. Then close the ticket.',
    shapes: ['<Is the ticket urgent?>', 'Call the customer', 'Reply by email', 'Close the ticket'],
    edges: ['Call the customer -> Close the ticket', 'Reply by email -> Close the ticket'],
  },
  {
    instruction: 'Deploy pipeline: build, test, deploy to production; if tests fail notify the team',
    shapes: ['Build', 'Test', '<Tests fail?>', 'Deploy to production', 'Notify the team'],
    edges: [
      'Test -> Tests fail?',
      'Tests fail? -No-> Deploy to production',
      'Tests fail? -Yes-> Notify the team',
    ],
  },
  {
    instruction: 'Create account, verify email, add payment method, done',
    shapes: ['Create account', 'Verify email', 'Add payment method', '(Done)'],
    edges: ['Add payment method -> Done'],
  },
  {
    instruction: 'log in, publish unless the draft is incomplete, log out',
    shapes: ['Log in', '<Is the draft incomplete?>', 'Publish', 'Log out'],
    edges: ['Is the draft incomplete? -No-> Publish', 'Is the draft incomplete? -Yes-> Log out'],
  },
  {
    instruction: 'sign up, pay, ship with an error path',
    shapes: ['Sign up', 'Pay', '<Successful?>', 'Ship', 'Show the error and retry'],
    edges: [
      'Successful? -No-> Show the error and retry',
      'Show the error and retry -> Pay',
      'Successful? -Yes-> Ship',
    ],
  },
  {
    instruction: "Processus d'achat : demande, devis, commande",
    shapes: ['Demande', 'Devis', 'Commande'],
    edges: ['Demande -> Devis'],
  },
  {
    instruction:
      'decision tree for choosing a database: if relational data, use Postgres; if documents, use MongoDB; otherwise use Redis',
    shapes: ['<Relational data?>', 'Use Postgres', '<Documents?>', 'Use MongoDB', 'Use Redis'],
    edges: ['Relational data? -No-> Documents?', 'Documents? -No-> Use Redis'],
  },
  {
    instruction:
      'Show me how a release works: CI runs the tests, if green we tag a version, otherwise the author fixes the build. After tagging, announce it.',
    shapes: ['CI runs the tests', '<Green?>', 'Tag a version', 'Author fixes the build', 'Announce it'],
    edges: [
      'Green? -Yes-> Tag a version',
      'Author fixes the build -> CI runs the tests',
      'Tag a version -> Announce it',
    ],
  },
];

describe('a flow that is told', () => {
  it.each(told)('$instruction', async ({ instruction, shapes, edges }) => {
    const plan = await planFor(instruction);
    expect(plan.header.layout).toBe('flow');
    expect(plan.shapes).toEqual(shapes);
    expect(plan.edges).toEqual(expect.arrayContaining(edges));
    expect(plan.warnings).toEqual([]);
  });

  it('colours decisions yellow, errors red, and ends green', async () => {
    const { objects } = await planFor('pay; if payment fails, retry');
    const colors = objects.flatMap((object) =>
      object.type === 'node' ? [`${object.text} ${object.color}`] : [],
    );
    expect(colors).toEqual(
      expect.arrayContaining(['Pay blue', 'Payment fails? yellow', 'Retry red', 'End green']),
    );
  });
});

describe('a flow of which only the name is given', () => {
  it('has the number of steps and the error path that were asked for', async () => {
    const plan = await planFor('onboarding flow with six steps and an error path');
    const steps = plan.objects.filter(
      (object) => object.type === 'node' && object.shape === 'rect' && object.color === 'blue',
    );
    expect(plan.header).toMatchObject({ title: 'Onboarding flow', layout: 'flow' });
    expect(steps).toHaveLength(6);
    expect(plan.edges).toEqual(
      expect.arrayContaining([
        'Email verified? -No-> Send the code again',
        'Send the code again -> Verify email',
      ]),
    );
  });

  it.each([
    ['checkout flow', 'Authorise payment'],
    ['hiring process', 'Screen applications'],
    ['Incident response', 'Acknowledge the alert'],
    ['how do I deploy a web app?', 'Smoke test'],
    ['Create a user registration process', 'Accept the terms'],
    ['support ticket workflow', 'Assign to an agent'],
    ['how to make tea', 'Boil water'],
  ])('%s has topical steps, a decision, and says where they come from', async (instruction, step) => {
    const plan = await planFor(instruction);
    expect(plan.texts).toContain(step);
    expect(plan.shapes.filter((shape) => shape.startsWith('<'))).toHaveLength(1);
    expect(plan.warnings).toEqual([expect.stringContaining('No steps given')]);
  });

  it('has numbered steps when the subject is unknown, and says how to name them', async () => {
    const plan = await planFor('flowchart for grommet polishing');
    expect(plan.texts).toEqual(['Start', 'Step 1', 'Step 2', 'Step 3', 'Done']);
    expect(plan.warnings).toEqual([expect.stringMatching(/grommet polishing.*“.+->.+”/)]);
  });
});
