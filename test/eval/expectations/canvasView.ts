import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import type { BoxObject, CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { Pattern } from './expected.ts';
import { matchesText, normalise } from './matchText.ts';

/** A canvas as a planner and the layout left it. */
export type Drawn = {
  title: string;
  layout: string;
  objects: readonly CanvasObject[];
  warnings: readonly string[];
  failure: { code: string; message: string } | null;
};

/** A canvas by its texts. */
export type CanvasView = {
  drawn: Drawn;
  /** Frames and shapes, without a heading that repeats the title, and without the bars on lifelines. */
  boxes: readonly BoxObject[];
  /** Without lifelines. */
  connectors: readonly Connector[];
  /** Frames and shapes that a pattern means, those whose text is nearest to it first. */
  find(pattern: Pattern): readonly BoxObject[];
  /** Frames around an object, from the inside out. */
  framesAround(box: BoxObject): readonly BoxObject[];
  /** Objects that a connector's ends stand for: a bar stands for its participant, another shape without text for its frame. */
  endsOf(connector: Connector): readonly [BoxObject | undefined, BoxObject | undefined];
};

export function textOf(box: BoxObject): string {
  return box.kind === 'FRAME' ? box.title : box.text;
}

/** Makes a canvas accessible by its texts. */
export function viewOf(drawn: Drawn): CanvasView {
  const all = drawn.objects.filter(isBox);
  const title = normalise(drawn.title);
  const { participants, lines } = findLifelines(drawn.objects);
  const connectors = drawn.objects.filter(isConnector).filter(({ id }) => !lines.has(id));
  const joined = new Set(connectors.flatMap(({ fromId, toId }) => [fromId, toId]));
  const isHeading = (box: BoxObject) =>
    box.kind === 'SHAPE' && box.shape === 'TEXT' && !joined.has(box.id) && normalise(box.text) === title;
  const boxes = all.filter((box) => !isHeading(box) && !participants.has(box.id));
  const byId = new Map(all.map((box) => [box.id, box]));
  const found = new Map<Pattern, readonly BoxObject[]>();
  const search = (pattern: Pattern) =>
    boxes
      .filter((box) => matchesText(pattern, textOf(box)))
      .toSorted((a, b) => textOf(a).length - textOf(b).length);
  const framesAround = (box: BoxObject): BoxObject[] => {
    const around: BoxObject[] = [];
    let parent = byId.get(box.parentId ?? '');
    while (parent !== undefined && !around.includes(parent)) {
      around.push(parent);
      parent = byId.get(parent.parentId ?? '');
    }
    return around;
  };
  const standsFor = (id: string) => {
    const end = byId.get(participants.get(id) ?? id);
    return end !== undefined && textOf(end) === '' ? framesAround(end)[0] : end;
  };
  return {
    ...{ drawn, boxes, connectors, framesAround },
    find: (pattern) => {
      const known = found.get(pattern) ?? search(pattern);
      found.set(pattern, known);
      return known;
    },
    endsOf: ({ fromId, toId }) => [standsFor(fromId), standsFor(toId)],
  };
}

/** Ids of everything that connectors lead to, directly or not, by the id that they start from. */
export function reachable(view: CanvasView, isDirected = true): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const connector of view.connectors) {
    const [from, to] = view.endsOf(connector);
    if (from === undefined || to === undefined) continue;
    add(from.id, to.id);
    if (!isDirected || connector.startArrowhead) add(to.id, from.id);
  }
  return new Map([...next.keys()].map((start) => [start, reachableFrom(start, next)]));
}

/** Everything that can be reached from a start; the start itself only by a cycle. */
export function reachableFrom(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return seen;
}
