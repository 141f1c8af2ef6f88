import { expect, test } from 'vitest';
import { planFor } from '../../../../test/support/sketchedPlan.ts';

test.each([
  ['left to right: A -> B', 'right', ['A', 'B']],
  ['A -> B, vertical please', 'down', ['A', 'B']],
  ['hey can you draw this pls: A -> B thx', null, ['A', 'B']],
  ['Ready? yes -> Ship; no -> Fix. Top to bottom.', 'down', ['Ready?', 'Ship', 'Fix']],
  ['mow the lawn, water the roses, vertically, thanks', 'down', ['Mow the lawn', 'Water the roses']],
  ['Antrag -> Prüfung, bitte von links nach rechts', 'right', ['Antrag', 'Prüfung']],
  ['Pedido -> Pago de arriba a abajo por favor', 'down', ['Pedido', 'Pago']],
])('%j: wishes around the content are none', async (instruction, direction, texts) => {
  const plan = await planFor(instruction);
  expect(plan.header.direction).toBe(direction);
  expect(plan.texts.map(String)).toEqual(texts);
});
