import type { PlanHeader, PlanObject, PlanUpdate } from '../../../../src/canvas/model/plan.ts';
import type { Box, EditedCanvas, Line } from './canvas/editedCanvas.ts';
import { sequenceOn } from './commands/sequence.ts';
import type { Work } from './commands/work.ts';

/** The plan that turns one canvas into the other: what is gone, what is another, what is new. */
export function planOfChanges(
  before: EditedCanvas,
  { canvas: after, whole }: Pick<Work, 'canvas' | 'whole'>,
): PlanObject[] {
  exchangeContents(before, after);
  const [oldBoxes, oldLines] = [byId(before.boxes), byId(before.lines)];
  const orders = new Map([...ordersOf(before, after, 'FRAME'), ...ordersOf(before, after, 'SHAPE')]);
  const messageOrders = whole.isSequence ? ordersOfMessages(after) : new Map<string, number>();
  const isNew = ({ id }: Box | Line) => !oldBoxes.has(id) && !oldLines.has(id);
  const [lines, boxes] = [after.lines.filter(isNew), after.boxes.filter(isNew)];
  const rejoined = after.lines.filter((line) => isRejoined(oldLines.get(line.id), line));
  const gone = [...before.lines, ...before.boxes].filter(
    ({ id, access }) => access === 'free' && ![...after.lines, ...after.boxes].some((each) => each.id === id),
  );
  const nodes = boxes.filter(({ kind }) => kind === 'SHAPE');
  return [
    ...[...gone, ...rejoined].map(
      ({ id }): PlanObject => ({ type: 'delete', id: `delete-${id}`, target: id }),
    ),
    ...after.boxes.flatMap((box) => updateOfBox(oldBoxes.get(box.id), box, orders.get(box.id))),
    ...after.lines.flatMap((line) => updateOfLine(oldLines.get(line.id), line, messageOrders.get(line.id))),
    ...boxes.filter(({ kind }) => kind === 'FRAME').map((box) => frameOf(box, orders.get(box.id))),
    ...nodes.map((box) => nodeOf(box, orders.get(box.id))),
    ...[...lines, ...rejoined].map(edgeOf),
    ...(whole.arrange === null
      ? []
      : [{ type: 'arrange', id: 'arrange', targets: whole.arrange.ids } as const]),
    ...(whole.isReverted ? [{ type: 'revert', id: 'revert' } as const] : []),
  ];
}

const byId = <T extends { id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [each.id, { ...each }]));

const isRejoined = (old: Line | undefined, line: Line): boolean =>
  old !== undefined && (old.from !== line.from || old.to !== line.to);

/**
 * Shapes on their own that come into another order keep their places, and exchange what they show: no layout brings
 * several rows of them into another order.
 */
function exchangeContents(before: EditedCanvas, after: EditedCanvas): void {
  const isLoose = ({ id, kind, access }: Box) =>
    kind === 'SHAPE' && access === 'free' && after.linesAt(id).length === 0;
  const oldPlaces = new Map(before.within(null).map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: Box) => oldPlaces.get(id) ?? 0;
  const ordered = new Set(after.within(null).filter((box) => isLoose(box) && oldPlaces.has(box.id)));
  if ([...ordered].some(({ id, text }) => text !== before.box(id)?.text)) return;
  const contents = [...ordered].map(({ text, shape, color }) => ({ text, shape, color }));
  const places = [...ordered].toSorted((a, b) => placeOf(a) - placeOf(b));
  const next = places.values();
  after.boxes = after.boxes.map((box) => (ordered.has(box) ? (next.next().value ?? box) : box));
  for (const [at, box] of places.entries()) Object.assign(box, contents[at]);
}

/**
 * Places among siblings, from 0: of what is new and not last, of what came from elsewhere to a place before the end, and
 * of all siblings where their order is another.
 */
function ordersOf(before: EditedCanvas, after: EditedCanvas, kind: Box['kind']): Map<string, number> {
  const orders = new Map<string, number>();
  const of = (canvas: EditedCanvas, parent: string | null) =>
    canvas.within(parent).filter((box) => box.kind === kind);
  for (const parent of new Set(after.boxes.map((box) => box.parent))) {
    const was = of(before, parent).map(({ id }) => id);
    const siblings = of(after, parent);
    const stayed = siblings.filter(({ id }) => was.includes(id)).map(({ id }) => id);
    const isReordered = was.filter((id) => stayed.includes(id)).some((id, at) => id !== stayed[at]);
    const end = siblings.findLastIndex(({ id }) => was.includes(id));
    for (const [at, { id }] of siblings.entries()) {
      if (isReordered || (!was.includes(id) && at < end) || (!was.includes(id) && id.startsWith('new-')))
        orders.set(id, at);
    }
  }
  return orders;
}

/** Places of the messages that come behind a new one. */
function ordersOfMessages(after: EditedCanvas): Map<string, number> {
  const messages = sequenceOn(after)?.messages ?? [];
  const first = messages.findIndex(({ id }) => id.startsWith('new-'));
  const isBehind = ({ id }: Line, at: number) => first >= 0 && at > first && !id.startsWith('new-');
  return new Map(messages.flatMap((line, at) => (isBehind(line, at) ? [[line.id, at]] : [])));
}

const changeOf = (target: string): PlanUpdate => ({
  ...{ type: 'update', id: `update-${target}`, target, text: null, color: null, parent: null },
});

function updateOfBox(old: Box | undefined, box: Box, order: number | undefined): PlanObject[] {
  if (old === undefined || box.access !== 'free') return [];
  const update: PlanUpdate = {
    ...changeOf(box.id),
    text: box.text === old.text ? null : box.text,
    color: box.color === old.color ? null : box.color,
    parent: box.parent === old.parent ? null : box.parent,
    ...(box.shape === old.shape ? {} : { shape: box.shape }),
    ...(order === undefined ? {} : { order }),
  };
  const isSame =
    Object.keys(update).length === Object.keys(changeOf('')).length &&
    (update.text ?? update.color ?? update.parent) === null;
  return isSame ? [] : [update];
}

function updateOfLine(old: Line | undefined, line: Line, order: number | undefined): PlanObject[] {
  if (old === undefined || line.access !== 'free' || isRejoined(old, line)) return [];
  const isSame = old.text === line.text && old.color === line.color && old.style === line.style;
  if (isSame && order === undefined) return [];
  return [
    {
      ...changeOf(line.id),
      text: line.text === old.text ? null : (line.text ?? ''),
      color: line.color === old.color ? null : line.color,
      ...(line.style === old.style ? {} : { style: line.style }),
      ...(order === undefined ? {} : { order }),
    },
  ];
}

const frameOf = ({ id, text, parent }: Box, order: number | undefined): PlanObject => ({
  ...{ type: 'frame', id, title: text, parent, slot: null, order: order ?? null },
});

const nodeOf = ({ id, text, shape, color, parent, fields }: Box, order: number | undefined): PlanObject => ({
  ...{ type: 'node', id, shape: shape ?? 'rect', text, color, parent, order: order ?? null },
  ...(fields === undefined ? {} : { compartments: [fields.join('\n')] }),
});

const edgeOf = ({ id, from, to, text, style, ends }: Line): PlanObject => ({
  ...{ type: 'edge', id: `edge-${id}`, from, to, label: text, style },
  ...(ends === 'forward' ? {} : { ends }),
});

/** Layout for new objects: like what is there. */
export function layoutOf(canvas: EditedCanvas): PlanHeader['layout'] {
  if (canvas.root() !== null) return 'mindmap';
  if (canvas.lines.length > 0) return 'flow';
  return canvas.boxes.some(({ kind }) => kind === 'FRAME') ? 'kanban' : 'grid';
}
