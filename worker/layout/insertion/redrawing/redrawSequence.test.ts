import { expect, test } from 'vitest';
import { applyChanges } from '../../../../src/canvas/model/changes/changeSet.ts';
import { findLifelines } from '../../../../src/canvas/model/lifelines.ts';
import type { CanvasObject, Connector } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector, textOf } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanObject } from '../../../../src/canvas/model/plan.ts';
import { drawPlan } from '../../../../test/eval/notation/drawPlan.ts';
import { planOf } from '../../../../test/eval/notation/planOf.ts';
import { PlanDraft } from '../../../plan/planDraft.ts';
import { insertPlan } from '../insertPlan.ts';

const base = 'sequence: Order\nCustomer -> Shop: order\nShop -> Store: check\nShop -> Customer: confirm';

const node = (text: string, order: number | null): PlanObject => ({
  ...{ type: 'node', id: text, shape: 'rect', text, color: null, parent: null, order },
});
const message = (from: string, to: string, label: string): PlanObject => ({
  ...{ type: 'edge', id: label, from, to, label, style: null },
});
const order = (target: string, to: number): PlanObject => ({
  ...{ type: 'update', id: target, target, text: null, color: null, parent: null, order: to },
});

async function change(plan: PlanObject[]) {
  const before = (await drawPlan(planOf(base))).objects;
  const ids = new Map(
    before.map((object) => [(isBox(object) ? textOf(object) : object.label) || object.id, object.id]),
  );
  const draft = new PlanDraft({ targets: ids, ends: ids, frames: new Map() });
  draft.header = planOf(base);
  for (const object of plan) draft.add(object);
  draft.finish();
  const request = { plan: draft.content, existing: before, selection: [], now: before, placed: [] };
  const { changes } = await insertPlan(request);
  return { before, after: applyChanges(before, changes), changes };
}

const labels = (objects: readonly CanvasObject[]) =>
  objects
    .filter((object): object is Connector => isConnector(object) && object.label !== null)
    .toSorted((a, b) => (a.points[0]?.y ?? 0) - (b.points[0]?.y ?? 0))
    .map(({ label }) => label);
function heads(objects: readonly CanvasObject[]) {
  const { participants } = findLifelines(objects);
  const tops = objects.filter(isBox).filter(({ id }) => [...participants.values()].includes(id));
  return tops.toSorted((a, b) => a.x - b.x).map(textOf);
}

test('a new participant stands in the row of the others, and all that was there stays', async () => {
  const { after, changes } = await change([node('Bank', 1), message('Shop', 'Bank', 'charge')]);
  expect(heads(after)).toEqual(['Customer', 'Bank', 'Shop', 'Store']);
  expect(labels(after)).toEqual(['order', 'check', 'confirm', 'charge']);
  expect(changes.deleted).toEqual([]);
});

test('a participant without messages has a lifeline', async () => {
  const { after } = await change([node('Bank', null)]);
  expect(heads(after)).toEqual(['Customer', 'Shop', 'Store', 'Bank']);
});

test('a message stands between those that are there, joined to the bars of its participants', async () => {
  const { after, changes } = await change([order('confirm', 3), message('Store', 'Shop', 'in stock')]);
  expect(labels(after)).toEqual(['order', 'check', 'in stock', 'confirm']);
  const { participants } = findLifelines(after);
  const added = after.find((object) => isConnector(object) && object.label === 'in stock') as Connector;
  const names = [added.fromId, added.toId].map((id) => {
    const box = after.find((object) => object.id === participants.get(id));
    return box !== undefined && isBox(box) ? textOf(box) : null;
  });
  expect(names).toEqual(['Store', 'Shop']);
  expect(changes.deleted).toEqual([]);
});
