import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/canvas/model/changes/changeSet.ts';
import { centreOf } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector, textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { PlanObject } from '../../../src/canvas/model/plan.ts';
import { drawPlan } from '../../../test/eval/notation/drawPlan.ts';
import { planOf } from '../../../test/eval/notation/planOf.ts';
import { PlanDraft } from '../../plan/planDraft.ts';
import { measureQuality } from '../quality/quality.ts';
import { insertPlan } from './insertPlan.ts';

const chain = 'flow right: Publishing\n(Idea) -> Draft -> Review -> Publish';
const hierarchy =
  'tree down: Staff\nCEO -> CTO; CEO -> CFO; CEO -> COO\nCTO -> Platform; CTO -> App\nCFO -> Accounting';
const board =
  'kanban: Board\n[To do] Write copy; Choose photos; Book server\n[Doing] Design homepage\n[Done] Pick a name';

const node = (text: string, some: object = {}): PlanObject => ({
  type: 'node',
  ...{ id: text, shape: 'rect', text, color: null, parent: null, order: null, ...some },
});
const frame = (title: string, order: number | null = null): PlanObject => ({
  type: 'frame',
  ...{ id: title, title, parent: null, slot: null, order },
});
const edge = (from: string, to: string): PlanObject => ({
  type: 'edge',
  ...{ id: `${from} > ${to}`, from, to, label: null, style: null },
});
const update = (target: string, some: object): PlanObject => ({
  type: 'update',
  ...{ id: `update ${target}`, target, text: null, color: null, parent: null, ...some },
});
const remove = (target: string): PlanObject => ({ type: 'delete', id: `delete ${target}`, target });
/** The deletion of the connector from one box to another. */
const cut = (from: string, to: string) => remove(`${from} > ${to}`);

type Setup = { alter?: (object: CanvasObject) => CanvasObject; placed?: string[] };

/** A canvas before and after a plan. Plans name boxes of the canvas by their texts. */
async function change(
  base: string,
  plan: PlanObject[],
  { alter = (object) => object, placed = [] }: Setup = {},
) {
  const before = (await drawPlan(planOf(base))).objects.map(alter);
  const ids = new Map(before.filter(isBox).map((box) => [textOf(box), box.id]));
  const texts = new Map([...ids].map(([text, boxId]) => [boxId, text]));
  for (const { id: lineId, fromId, toId } of before.filter(isConnector))
    ids.set(`${texts.get(fromId)} > ${texts.get(toId)}`, lineId);
  const draft = new PlanDraft({ targets: ids, ends: ids, frames: ids });
  draft.header = planOf(base);
  for (const object of plan) draft.add(object);
  draft.finish();
  const { changes, warnings } = await insertPlan({
    plan: draft.content,
    existing: before,
    selection: [],
    now: before,
    placed: placed.map((text) => ids.get(text) ?? ''),
  });
  const after = applyChanges(before, changes);
  const find = (text: string, objects: readonly CanvasObject[] = after): BoxObject => {
    const found = objects.filter(isBox).find((box) => textOf(box) === text);
    if (found === undefined) throw new Error(`${text} is not on the canvas`);
    return found;
  };
  expect(measureQuality([...after])).toMatchObject({
    ...{ siblingOverlaps: 0, tightGaps: 0, connectorsThroughShapes: 0, childrenOutside: 0 },
  });
  return { after, before, changes, find, was: (text: string) => find(text, before), warnings };
}

const insertCheck = [node('Check'), cut('Draft', 'Review'), edge('Draft', 'Check'), edge('Check', 'Review')];

describe('a new step between two', () => {
  it('stands in their line, and what follows makes room', async () => {
    const { after, find, was } = await change(chain, insertCheck);
    const line = ['Idea', 'Draft', 'Check', 'Review', 'Publish'].map((text) => find(text));
    expect(new Set(line.map((box) => centreOf(box).y)).size).toBe(1);
    expect(line.map(({ x }) => x)).toEqual(line.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(after.filter(isConnector).every(({ points }) => points.length === 2)).toBe(true);
    for (const text of ['Idea', 'Draft']) expect(find(text)).toEqual(was(text));
  });

  it('stands in their line, too, where a person has moved one of them', async () => {
    const alter = (object: CanvasObject) =>
      object.kind === 'SHAPE' && object.text === 'Idea' ? { ...object, x: object.x - 40 } : object;
    const { find, was, warnings } = await change(chain, insertCheck, { alter, placed: ['Idea'] });
    expect(centreOf(find('Check')).y).toBe(centreOf(find('Draft')).y);
    expect(find('Review').x - was('Review').x).toBe(find('Publish').x - was('Publish').x);
    expect(find('Review').x).toBeGreaterThan(find('Check').x + find('Check').width);
    expect(find('Idea')).toEqual(was('Idea'));
    expect(warnings).toEqual([]);
  });

  it.each([
    ['locked', { alter: lock('Publish') }],
    ['placed by hand', { alter: nudge('Publish'), placed: ['Publish'] }],
  ])('moves nothing that is %s, and is reported', async (_why, setup) => {
    const { find, was, warnings } = await change(chain, insertCheck, setup);
    for (const text of ['Idea', 'Draft', 'Review', 'Publish']) {
      const { x, y } = was(text);
      expect(find(text)).toMatchObject({ x, y });
    }
    expect(warnings).toEqual([
      '“Check” stands beside its place: what would have to move is locked or was placed by hand.',
    ]);
  });
});

function lock(text: string) {
  return (object: CanvasObject): CanvasObject =>
    isBox(object) && textOf(object) === text ? { ...object, locked: true } : object;
}

function nudge(text: string) {
  return (object: CanvasObject): CanvasObject =>
    isBox(object) && textOf(object) === text ? { ...object, x: object.x + 8 } : object;
}

it('reports what is moved because a diagram grows into its place', async () => {
  const alter = (object: CanvasObject) =>
    object.kind === 'SHAPE' && object.text === 'Remark' ? { ...object, x: 400, y: 360 } : object;
  const plan = [node('Payroll'), edge('Accounting', 'Payroll')];
  const { find, was, warnings } = await change(`${hierarchy}\nRemark`, plan, { alter });
  expect(find('Remark').y).toBeGreaterThan(was('Remark').y);
  expect(warnings).toEqual(['1 object was moved to make room.']);
});

describe('a new child', () => {
  it('stands beside its siblings, under its parent, and others only make room', async () => {
    const { find, was } = await change(hierarchy, [node('Tax'), edge('CFO', 'Tax')]);
    expect(find('Tax').y).toBe(find('Accounting').y);
    expect(find('Tax').x).toBeGreaterThan(find('Accounting').x);
    for (const text of ['CTO', 'Platform', 'App', 'Accounting']) expect(find(text)).toEqual(was(text));
    const children = ['Accounting', 'Tax'].map((text) => centreOf(find(text)).x);
    expect(centreOf(find('CFO')).x).toBe((Math.min(...children) + Math.max(...children)) / 2);
  });

  it('comes with those that are moved to another parent', async () => {
    const { find } = await change(hierarchy, [cut('CFO', 'Accounting'), edge('COO', 'Accounting')]);
    expect(centreOf(find('Accounting')).x).toBe(centreOf(find('COO')).x);
  });
});

describe('a column of cards', () => {
  it('takes a new card at its position', async () => {
    const { find, was } = await change(board, [
      node('Newsletter', { shape: 'sticky', parent: 'To do', order: 1 }),
    ]);
    expect(find('Newsletter')).toMatchObject({ x: was('Write copy').x, y: was('Choose photos').y });
    expect(find('Write copy')).toEqual(was('Write copy'));
    expect(find('Choose photos').y).toBe(was('Book server').y);
    expect(new Set(['To do', 'Doing', 'Done'].map((text) => find(text).height)).size).toBe(1);
  });

  it('closes up where a card is deleted or moved away', async () => {
    const { find, was } = await change(board, [
      remove('Write copy'),
      update('Choose photos', { parent: 'Doing', order: 0 }),
    ]);
    expect(find('Book server').y).toBe(was('Write copy').y);
    expect(find('Choose photos')).toMatchObject({ x: was('Design homepage').x, y: was('Design homepage').y });
    expect(find('Design homepage').y).toBeGreaterThan(find('Choose photos').y);
  });

  it('keeps its places when it is sorted', async () => {
    const sorted = ['Book server', 'Choose photos', 'Write copy'];
    const { find, was } = await change(
      board,
      sorted.map((text, order) => update(text, { order })),
    );
    expect(sorted.map((text) => find(text).y)).toEqual(
      ['Write copy', 'Choose photos', 'Book server'].map((text) => was(text).y),
    );
  });

  it('is left as it is when a card that would have to move is locked', async () => {
    const { find, was, warnings } = await change(
      board,
      [node('Newsletter', { shape: 'sticky', parent: 'To do', order: 0 })],
      { alter: lock('Book server') },
    );
    expect(find('Book server')).toEqual(was('Book server'));
    expect(find('Newsletter').parentId).toBe(find('To do').id);
    expect(warnings).toHaveLength(1);
  });
});

describe('a board', () => {
  it('takes a new column at its position, as large as the others', async () => {
    const { find, was } = await change(board, [frame('Review', 2)]);
    const { x, y, width, height } = was('Done');
    expect(find('Review')).toMatchObject({ x, y, width, height });
    expect(find('Done').x - find('Review').x).toBe(x - was('Doing').x);
    expect(find('Pick a name').x - was('Pick a name').x).toBe(find('Done').x - x);
  });

  it('closes up where a column is deleted', async () => {
    const { find, was } = await change(board, [remove('Doing'), remove('Design homepage')]);
    expect(find('Done').x).toBe(was('Doing').x);
  });
});

it('draws what moves into a new frame in front of it', async () => {
  const notes = 'grid: Ideas\n{Dark mode}; {Wishlist}; {Chat}';
  const { find } = await change(notes, [frame('UX'), update('Wishlist', { parent: 'UX' })]);
  expect(find('Wishlist').parentId).toBe(find('UX').id);
  expect(find('Wishlist').zIndex).toBeGreaterThan(find('UX').zIndex);
});

it('puts a new note into the next cell of a grid', async () => {
  const notes = 'grid: Ideas\n{One}; {Two}; {Three}; {Four}; {Five}';
  const { find } = await change(notes, [node('Six', { shape: 'sticky' })]);
  const row = find('Five').y === find('Six').y ? 'Five' : 'Three';
  expect(find('Six')).toMatchObject({ y: find(row).y, width: 160 });
});

describe('a connector across a hierarchy', () => {
  it.each([
    ['back to the top', [node('Note'), edge('CEO', 'Note'), edge('Note', 'CEO')]],
    ['between two branches', [node('Note'), edge('CTO', 'Note'), edge('Note', 'CFO')]],
  ])('leaves the order of ranks: %s', async (_which, plan) => {
    const { after, find, was } = await change(hierarchy, plan);
    const staff = ['CEO', 'CTO', 'CFO', 'COO', 'Platform', 'App', 'Accounting'];
    expect(staff.map((text) => find(text).y)).toEqual(staff.map((text) => was(text).y));
    expect(after.filter(isConnector)).toHaveLength(8);
  });
});

describe('a card that is connected', () => {
  it('stands in its column, and at its place there', async () => {
    const plan = [node('Logo', { parent: 'Doing' }), edge('Logo', 'Pick a name')];
    const logo = await change(board, plan);
    expect(logo.find('Logo').parentId).toBe(logo.find('Doing').id);
    const { find } = await change(board, [
      node('Check', { parent: 'To do', order: 1 }),
      edge('Check', 'Write copy'),
    ]);
    const column = ['Write copy', 'Check', 'Choose photos', 'Book server'].map((text) => find(text).y);
    expect(column).toEqual(column.toSorted((a, b) => a - b));
  });
});
