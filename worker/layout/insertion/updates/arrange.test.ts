import { describe, expect, it } from 'vitest';
import { isSameBox } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, textOf } from '../../../../src/canvas/model/objectKinds.ts';
import { drawPlan } from '../../../../test/eval/notation/drawPlan.ts';
import { planOf } from '../../../../test/eval/notation/planOf.ts';
import { measureQuality } from '../../quality/quality.ts';
import { arrange } from './arrange.ts';

const drawings = {
  flow: 'flow right: Shop\n(Cart) -> Address -> Payment -> <Paid?>\n<Paid?> -> Confirmation: yes\n<Paid?> -> Error: no',
  board: 'kanban: Board\n[To do] Write copy; Choose photos\n[Doing] Design\n[Done] Pick a name',
  tree: 'tree down: Staff\nCEO -> CTO; CEO -> CFO\nCTO -> Platform; CTO -> App',
  notes: 'grid: Ideas\n{Dark mode #yellow}; {Gift cards #blue}; {Wishlist}; {Chat}',
  lanes: 'flow right: Offer\n[Sales] Draft; Send\n[Legal] Check\nDraft -> Check -> Send',
};

const all = { targets: null, direction: null };
const anything = () => true;

const draw = async (notation: string) => (await drawPlan(planOf(notation))).objects;

/** Shapes where a hasty person has left them, over one another. */
const scatter = (objects: readonly CanvasObject[]): CanvasObject[] =>
  objects.map((object, at) => (isBox(object) ? { ...object, x: (at % 3) * 90, y: (at % 4) * 40 } : object));

function find(objects: readonly CanvasObject[], text: string): BoxObject {
  const found = objects.filter(isBox).find((box) => textOf(box) === text);
  if (found === undefined) throw new Error(`${text} is not on the canvas`);
  return found;
}

const sound = {
  siblingOverlaps: 0,
  tightGaps: 0,
  connectorsThroughShapes: 0,
  looseEnds: 0,
  childrenOutside: 0,
};

describe('a canvas that is laid out again', () => {
  it.each(Object.entries(drawings))('is a clear %s, with all that it shows', async (_name, notation) => {
    const before = scatter(await draw(notation));
    const after = await arrange(before, all, anything);
    expect(measureQuality(after)).toMatchObject(sound);
    const looks = (objects: readonly CanvasObject[]) =>
      objects.map((object) =>
        object.kind === 'CONNECTOR'
          ? { ...object, points: [], labelAt: null }
          : { ...object, x: 0, y: 0, ...(object.kind === 'FRAME' ? { width: 0, height: 0 } : {}) },
      );
    expect(looks(after)).toEqual(looks(before));
  });

  it.each(Object.entries(drawings))(
    'stays as it is when it is a clear %s already',
    async (_name, notation) => {
      const before = await draw(notation);
      const after = await arrange(before, all, anything);
      expect(after).toEqual(before);
    },
  );

  it('takes the direction that is asked for', async () => {
    const after = await arrange(await draw(drawings.flow), { targets: null, direction: 'down' }, anything);
    expect(find(after, 'Payment').y).toBeGreaterThan(
      find(after, 'Address').y + find(after, 'Address').height,
    );
  });

  it('leaves locked objects, and frames that hold one, in their places', async () => {
    const before = await draw(drawings.board);
    const locked = find(before, 'Choose photos').id;
    const messy = before.map((object) =>
      object.kind === 'SHAPE' && object.id !== locked
        ? { ...object, x: object.x + 40, y: object.y - 30 }
        : object,
    );
    const after = await arrange(messy, all, (id) => id !== locked);
    expect(isSameBox(find(after, 'Choose photos'), find(messy, 'Choose photos'))).toBe(true);
    expect(find(after, 'To do')).toMatchObject({ x: find(messy, 'To do').x, y: find(messy, 'To do').y });
    expect(measureQuality(after)).toMatchObject({ siblingOverlaps: 0, childrenOutside: 0 });
  });

  it('keeps a sequence diagram as it is in itself', async () => {
    const before = await draw('sequence: Login\nUser -> App: log in\nApp -> User: welcome');
    const after = await arrange(before, all, anything);
    expect(after).toEqual(before);
  });

  it('lays a flow and a board out beside each other', async () => {
    const both = [...(await draw(drawings.flow)), ...(await draw(drawings.board))];
    const after = await arrange(scatter(both), all, anything);
    expect(measureQuality(after)).toMatchObject(sound);
  });
});

describe('objects that are laid out again', () => {
  it('leave others where they are', async () => {
    const before = await draw(drawings.notes);
    const messy = before.map((object) =>
      isBox(object) && textOf(object) !== 'Chat' ? { ...object, x: 0, y: 0 } : object,
    );
    const targets = ['Dark mode', 'Gift cards', 'Wishlist'].map((text) => find(messy, text).id);
    const after = await arrange(messy, { targets, direction: null }, anything);
    expect(find(after, 'Chat')).toEqual(find(messy, 'Chat'));
    expect(measureQuality(after)).toMatchObject({ siblingOverlaps: 0, tightGaps: 0 });
  });
});
