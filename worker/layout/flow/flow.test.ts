import { expect, test } from 'vitest';
import { type Box, boundsOf, centreOf } from '../../../src/canvas/model/geometry.ts';
import type { Connector } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { Plan } from '../../../src/canvas/model/plan.ts';
import { countCrossings } from '../../../test/eval/metrics/crossings.ts';
import { drawPlan } from '../../../test/eval/notation/drawPlan.ts';
import { planOf } from '../../../test/eval/notation/planOf.ts';
import { measureQuality } from '../quality/quality.ts';

async function drawFlow(notation: string, change: (plan: Plan) => Plan = (plan) => plan) {
  const { objects } = await drawPlan(change(planOf(notation)));
  const boxes = new Map(
    objects.filter(isBox).map((box) => [box.kind === 'FRAME' ? box.title : box.text, box] as const),
  );
  const box = (text: string): Box => boxes.get(text) ?? { x: 0, y: 0, width: 0, height: 0 };
  const connectors = objects.filter(isConnector);
  const connector = (from: string, to: string): Connector => {
    const found = connectors.find(
      ({ fromId, toId }) => fromId === boxes.get(from)?.id && toId === boxes.get(to)?.id,
    );
    if (!found) throw new Error(`No connector from ${from} to ${to}`);
    return found;
  };
  return { objects, box, connectors, connector };
}

test('a label stands on a straight connector, and the other way out of a diamond has one bend before its label', async () => {
  const { connector } = await drawFlow(`flow down: Review
Write -> <Good?>
<Good?> -> Publish: yes
<Good?> -> Discard: no
Publish -> (End)`);
  expect(connector('Good?', 'Publish').points).toHaveLength(2);
  expect(connector('Good?', 'Discard').points).toHaveLength(3);
});

test('a connector back leaves and enters in the middle of the sides across the flow', async () => {
  const { connector, box } = await drawFlow('flow right: Year\nSow -> Water -> Harvest -> Sell -> Sow');
  const { points } = connector('Sell', 'Sow');
  expect(points).toHaveLength(4);
  expect([points[0]?.x, points.at(-1)?.x]).toEqual([centreOf(box('Sell')).x, centreOf(box('Sow')).x]);
});

test('connectors side by side to one step do not cross', async () => {
  const { connectors } = await drawFlow(`flow right: Order states
New -> Paid: payment; Paid -> Packed: pick; Packed -> Shipped: courier; Shipped -> Delivered: signed
New -> Cancelled: timeout; Paid -> Cancelled: customer; Packed -> Cancelled: damaged; Cancelled -> Delivered: undone`);
  expect(countCrossings(connectors.map(({ points }) => points))).toBe(0);
});

test('a connector from lane to lane leads straight through those between', async () => {
  const { connector, box } = await drawFlow(`flow right: Contract
[Customer] (Ask); Sign
[Sales] Offer
[Legal] Prepare contract
Ask -> Offer -> Prepare contract -> Sign`);
  const { points } = connector('Prepare contract', 'Sign');
  const lane = box('Customer');
  expect(points).toHaveLength(4);
  expect(Math.max(...points.map(({ x }) => x))).toBeLessThan(lane.x + lane.width);
});

test('frames between which hardly anything leads back are no lanes, but stand side by side', async () => {
  const { box } = await drawFlow(`flow right: Shop
[Clients] Web; Android; Kiosk
[Services] Auth; Cart; Orders
[Data] Users; Stock; Events
Web -> Auth; Web -> Cart; Android -> Auth; Android -> Cart; Kiosk -> Orders
Auth -> Users; Cart -> Stock; Orders -> Stock; Orders -> Events; Events -> Orders`);
  expect(box('Services').x).toBeGreaterThan(box('Clients').x + box('Clients').width);
});

test('frames that are drawn below each other for larger text keep the direction of their steps', async () => {
  const steps = (name: string) => Array.from({ length: 10 }, (_, at) => `${name}${at + 1}`);
  const groups = ['A', 'B', 'C', 'D', 'E', 'F'].map(steps);
  const { box } = await drawFlow(`flow right: Departments
${groups.map((group, at) => `[Department ${at + 1}] ${group.join('; ')}`).join('\n')}
${groups.map((group) => group.join(' -> ')).join('\n')}
${groups
  .slice(1)
  .map((group, at) => `${groups[at]?.at(-1)} -> ${group[0]}`)
  .join('\n')}`);
  expect(box('A2').x).toBeGreaterThan(box('A1').x);
  expect(box('F10').x).toBeGreaterThan(box('F9').x);
});

const orders = `flow right: Order
(Received) -> Check credit -> <Credit ok?>; <Credit ok?> -> Prepay: no; <Credit ok?> -> Reserve: yes; Prepay -> <Paid?>
<Paid?> -> Reserve: yes; <Paid?> -> Cancel: no; Reserve -> Pick -> Pack -> Ship -> Bill -> Receive money -> (Closed)
Cancel -> (Closed)`;

test('a long flow is folded where two connectors lead on side by side, and they go around without crossing', async () => {
  const { objects, box, connector, connectors } = await drawFlow(orders);
  const isBelow = (text: string) => box(text).y > box('Received').y + box('Received').height;
  expect(['Reserve', 'Pick', 'Cancel', 'Closed'].map(isBelow)).toEqual([false, true, true, true]);
  expect(box('Pick').x).toBeLessThan(box('Check credit').x);
  const leadingOn = [connector('Reserve', 'Pick'), connector('Paid?', 'Cancel')];
  expect(countCrossings(leadingOn.map(({ points }) => points))).toBe(0);
  expect(countCrossings(connectors.map(({ points }) => points))).toBe(0);
  expect(measureQuality(objects)).toMatchObject({
    connectorsThroughShapes: 0,
    looseEnds: 0,
    siblingOverlaps: 0,
  });
});

test('a flow is not folded between a decision and where its ways lead', async () => {
  const { box } = await drawFlow(`flow down: Access
(Request) -> <Known?>; <Known?> -> Create account: no; <Known?> -> <Allowed?>: yes; Create account -> <Allowed?>
<Allowed?> -> <Approval?>: yes; <Allowed?> -> Reject: no; <Approval?> -> Ask manager: yes; <Approval?> -> Grant: no
Ask manager -> <Approved?>; <Approved?> -> Grant: yes; <Approved?> -> Reject: no; Grant -> (Done); Reject -> (Done)`);
  expect(box('Done').y).toBeGreaterThan(box('Grant').y);
  expect(box('Allowed?').y).toBeGreaterThan(box('Create account').y);
});

test('shapes that lines without a direction join in cycles stand near each other, with straight lines', async () => {
  const ring = `flow: Sites
Berlin -> Hamburg; Hamburg -> Bremen; Bremen -> Kiel; Kiel -> Mainz; Mainz -> Ulm; Ulm -> Trier; Trier -> Berlin; Berlin -> Bremen`;
  const withoutDirection = (plan: Plan): Plan => ({
    ...plan,
    objects: plan.objects.map((object) => (object.type === 'edge' ? { ...object, ends: 'none' } : object)),
  });
  const { objects, connectors } = await drawFlow(ring, withoutDirection);
  expect(measureQuality(objects)).toMatchObject({
    siblingOverlaps: 0,
    connectorsThroughShapes: 0,
    crossings: 0,
    looseEnds: 0,
  });
  expect(connectors.filter(({ points }) => points.length === 2).length).toBeGreaterThan(6);
  const boxes = objects.filter(isBox);
  const reach = boundsOf(boxes);
  expect((reach?.width ?? 0) / (reach?.height ?? 1)).toBeLessThan(4);
});
