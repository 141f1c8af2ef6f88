import type { BoxObject } from '../../../src/canvas/model/object.ts';
import type { PlanShape } from '../../../src/canvas/model/plan.ts';
import { type CanvasView, textOf } from './canvasView.ts';
import { type Check, check } from './check.ts';
import type { Expected, ExpectedChange, Pattern } from './expected.ts';
import { containsPhrase, matchesText, normalise } from './matchText.ts';
import { edgesOf, patternsOf } from './readNotation.ts';

/** Expectations of single texts: which there are, which not, and how they look. */
export function checkTexts(view: CanvasView, expected: Expected): Check[] {
  return [
    ...checkTitle(view, expected),
    ...checkPresence(view, expected),
    ...checkAbsence(view, expected),
    ...checkShapes(view, expected),
    ...checkColors(view, expected),
    ...patternsOf(expected.decisions).map((pattern) =>
      check(`"${pattern}" is decided`, isDecided(view, pattern)),
    ),
    ...checkWarning(view, expected),
  ];
}

function checkTitle({ drawn }: CanvasView, { title, layout }: Expected): Check[] {
  return [
    ...(title === undefined
      ? []
      : [check(`the title is "${title}", not "${drawn.title}"`, matchesText(title, drawn.title))]),
    ...(layout === undefined
      ? []
      : [check(`the layout is ${layout}`, layout.split('|').includes(drawn.layout))]),
  ];
}

function checkPresence(view: CanvasView, { texts, activities }: Expected): Check[] {
  const wanted = Map.groupBy(patternsOf(texts), (pattern) => pattern);
  return [
    ...[...wanted].map(([pattern, { length }]) =>
      check(
        `"${pattern}" is drawn${length > 1 ? ` ${length} times` : ''}`,
        view.find(pattern).length >= length,
      ),
    ),
    ...patternsOf(activities).map((pattern) =>
      check(`the activity "${pattern}" is drawn`, view.find(pattern).length > 0),
    ),
  ];
}

function checkAbsence(view: CanvasView, expected: Expected): Check[] {
  const labels = view.connectors.flatMap(({ label }) => label ?? []);
  const all = [...view.boxes.map(textOf), ...labels];
  return patternsOf(expected.absent).map((phrase) => {
    const text = all.find((each) => containsPhrase(each, phrase));
    return check(
      `nothing says "${phrase}"${text === undefined ? '' : `, as "${text}" does`}`,
      text === undefined,
    );
  });
}

/** Texts on a new canvas that nobody asked for; of prose, some may be what its expectations leave out. */
export function checkOthers(view: CanvasView, expected: Expected): Check[] {
  const named = namedPatterns(expected);
  if (named.length === 0 && expected.others === undefined) return [];
  const most = expected.others ?? Math.ceil(toleratedInProse * patternsOf(expected.activities).length);
  const title = expected.title === undefined ? [] : [expected.title];
  const others = unnamedBoxes(view.boxes, [...named, ...title, `=${view.drawn.title}`]).map(
    (box) => `"${textOf(box)}"`,
  );
  const excess = others.length <= most ? '' : `: ${others.slice(0, 6).join(', ')}`;
  return [check(`at most ${most} other texts, not ${others.length}${excess}`, others.length <= most)];
}

/** Part of the activities of a text that may stand on the canvas beside these. */
const toleratedInProse = 0.25;

/** Every pattern that an expectation names an object by. */
export function namedPatterns(expected: Expected | ExpectedChange): Pattern[] {
  const groups = [expected.inside, expected.beside].flatMap((group) => Object.entries(group ?? {}));
  const ends = [expected.edges, expected.messages, expected.paths].flatMap((edges) =>
    edgesOf(edges).flatMap(({ from, to }) => [from, to]),
  );
  const lists = [
    expected.texts,
    expected.activities,
    expected.decisions,
    expected.order,
    expected.inLine,
    expected.peers,
  ];
  const looks = [...Object.values(expected.shapes ?? {}), ...Object.values(expected.colors ?? {})];
  return [
    ...[...lists, ...looks].flatMap(patternsOf),
    ...groups.flatMap(([key, list]) => [key, ...patternsOf(list)]),
    ...('renamed' in expected ? Object.values(expected.renamed ?? {}) : []),
    ...ends.filter(Boolean),
  ];
}

/** Objects with a text that no pattern means, or that stand there more often than they are named. */
export function unnamedBoxes(boxes: readonly BoxObject[], named: readonly Pattern[]): BoxObject[] {
  const used = new Map<string, number>();
  return boxes.filter((box) => {
    const text = textOf(box);
    if (text.trim() === '') return false;
    const patterns = named.filter((pattern) => matchesText(pattern, text));
    const times = (used.get(normalise(text)) ?? 0) + 1;
    used.set(normalise(text), times);
    return patterns.length === 0 || (times > patterns.length && !patterns.some((each) => each.includes('~')));
  });
}

const shapeKinds = {
  rect: 'RECTANGLE',
  ellipse: 'ELLIPSE',
  diamond: 'DIAMOND',
  sticky: 'STICKY',
  text: 'TEXT',
} as const;

/** Whether an object is a shape of that kind. */
export function isOfShape(box: BoxObject, shape: PlanShape): boolean {
  return box.kind === 'SHAPE' && box.shape === shapeKinds[shape];
}

function checkShapes(view: CanvasView, { shapes }: Expected): Check[] {
  return Object.entries(shapes ?? {}).flatMap(([shape, list]) =>
    patternsOf(list).map((pattern) =>
      check(
        `"${pattern}" is a ${shape}`,
        view.find(pattern).some((box) => isOfShape(box, shape as PlanShape)),
      ),
    ),
  );
}

function checkColors(view: CanvasView, { colors }: Expected): Check[] {
  return Object.entries(colors ?? {}).flatMap(([color, list]) =>
    patternsOf(list).map((pattern) =>
      check(
        `"${pattern}" is ${color}`,
        view.find(pattern).some((box) => box.color === color),
      ),
    ),
  );
}

/** Whether the canvas decides on something: by a diamond, or a shape with several connectors of which one is labelled. */
export function isDecided(view: CanvasView, pattern: Pattern): boolean {
  return decisionsOf(view).some(({ box, labels }) =>
    [textOf(box), ...labels].some((text) => matchesText(pattern, text)),
  );
}

/** Shapes that decide, with the labels of the connectors that leave them. */
export function decisionsOf(view: CanvasView): { box: BoxObject; labels: string[] }[] {
  return view.boxes.flatMap((box) => {
    const leaving = view.connectors.filter((connector) => connector.fromId === box.id);
    const labels = leaving.flatMap(({ label }) => label ?? []);
    const isBranch = leaving.length > 1 && labels.length > 0;
    return isOfShape(box, 'diamond') || isBranch ? [{ box, labels }] : [];
  });
}

/** What a warning, or the reason of a failure, must mention. */
export function checkWarning({ drawn }: CanvasView, { warning }: Expected): Check[] {
  if (warning === undefined) return [];
  const words = warning.split('|').map((each) => normalise(each.replace('~', '')));
  const messages = [...drawn.warnings, drawn.failure?.message ?? ''].map(normalise);
  const isSaid = messages.some((message) =>
    words.some((phrase) => phrase.split(' ').every((word) => message.includes(word))),
  );
  return [check(`a warning mentions ${words.join(' or ')}`, isSaid)];
}
