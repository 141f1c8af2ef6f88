import type { ExcalidrawElement, ExcalidrawTextElement } from '@excalidraw/excalidraw/element/types';

/** Difference in pixels that nobody sees. */
const NEAR = 0.05;

export type MergeOptions = {
  /** Elements that the person's own hand is ahead of; they stay as they are, if they are there. */
  keeps?(id: string): boolean;
  random?(): number;
};

/**
 * The scene as it is to be drawn, made of the elements that it has where these already look like that. The editor
 * tells by an element's version that it has changed. Null when there is nothing to change.
 */
export function mergeScene(
  scene: readonly ExcalidrawElement[],
  drawn: readonly ExcalidrawElement[],
  { keeps = () => false, random = Math.random }: MergeOptions = {},
): readonly ExcalidrawElement[] | null {
  const present = new Map(scene.map((element) => [element.id, element]));
  const wanted = withTextsOf(scene, drawn);
  const ids = new Set(wanted.map(({ id }) => id));
  const nonce = () => Math.floor(random() * 2 ** 31);
  const merged = wanted.map((element) => {
    const old = present.get(element.id);
    if (!old) return noteDrawing(element, { ...element, versionNonce: nonce() });
    if (!old.isDeleted && (keeps(element.id) || isDrawnAs(element, old))) return old;
    const next = { ...element, version: old.version + 1, versionNonce: nonce(), index: old.index };
    return noteDrawing(element, next);
  });
  const rest = scene.flatMap((element) => {
    if (ids.has(element.id)) return [];
    if (element.isDeleted) return [element];
    return [{ ...element, isDeleted: true, version: element.version + 1, versionNonce: nonce() }];
  });
  const result = [...merged, ...rest];
  const isSame = result.length === scene.length && result.every((element, index) => element === scene[index]);
  return isSame ? null : result;
}

/** The drawing with the texts under the ids that the editor gave them, where they were written in the editor. */
function withTextsOf(
  scene: readonly ExcalidrawElement[],
  drawn: readonly ExcalidrawElement[],
): readonly ExcalidrawElement[] {
  const own = new Map<string, string>();
  const isText = (element: ExcalidrawElement): element is ExcalidrawTextElement => element.type === 'text';
  for (const element of scene.filter(isText)) {
    if (element.containerId && !element.isDeleted) own.set(element.containerId, element.id);
  }
  const names = new Map<string, string>();
  for (const element of drawn.filter(isText)) {
    const name = element.containerId && own.get(element.containerId);
    if (name && name !== element.id) names.set(element.id, name);
  }
  if (names.size === 0) return drawn;
  return drawn.map((element) => {
    const { id, boundElements } = element;
    if (!names.has(id) && !boundElements?.some((bound) => names.has(bound.id))) return element;
    const bound = boundElements?.map((one) => ({ ...one, id: names.get(one.id) ?? one.id })) ?? null;
    return { ...element, id: names.get(id) ?? id, boundElements: bound };
  });
}

/** The drawing that an element of the scene looked like, in the version that it had then. */
const known = new WeakMap<ExcalidrawElement, { drawn: ExcalidrawElement; version: number }>();

function noteDrawing(drawn: ExcalidrawElement, element: ExcalidrawElement): ExcalidrawElement {
  known.set(element, { drawn, version: element.version });
  return element;
}

/** Whether an element of the scene looks like a drawing. Compares only what has changed since the last time. */
function isDrawnAs(drawn: ExcalidrawElement, element: ExcalidrawElement): boolean {
  const last = known.get(element);
  // The editor changes elements in place, and gives them another version.
  if (last?.drawn === drawn && last.version === element.version) return true;
  if (!looksLike(element, drawn)) return false;
  noteDrawing(drawn, element);
  return true;
}

/** What makes two elements look, and behave, the same. */
const ALIKE = [
  ...[
    'type',
    'strokeColor',
    'backgroundColor',
    'strokeStyle',
    'strokeWidth',
    'roughness',
    'opacity',
    'angle',
  ],
  ...['fillStyle', 'locked', 'link', 'frameId'],
  ...[
    'text',
    'originalText',
    'fontSize',
    'fontFamily',
    'textAlign',
    'verticalAlign',
    'containerId',
    'autoResize',
  ],
  ...['startArrowhead', 'endArrowhead', 'elbowed'],
];

function looksLike(one: ExcalidrawElement, other: ExcalidrawElement): boolean {
  const [a, b]: Record<string, unknown>[] = [one, other];
  return (
    ALIKE.every((property) => a?.[property] === b?.[property]) &&
    isNear(placeOf(one), placeOf(other)) &&
    one.groupIds.length === other.groupIds.length &&
    one.roundness?.type === other.roundness?.type &&
    one.roundness?.value === other.roundness?.value &&
    boundTo(one) === boundTo(other)
  );
}

/** Where an element is, in figures; of a line, all its points. */
function placeOf(element: ExcalidrawElement): number[] {
  const { x, y, width, height } = element;
  return 'points' in element ? [x, y, ...element.points.flat()] : [x, y, width, height];
}

const isNear = (one: number[], other: number[]): boolean =>
  one.length === other.length && one.every((value, index) => Math.abs(value - (other[index] ?? 0)) < NEAR);

function boundTo(element: ExcalidrawElement): string {
  const bound = element.boundElements?.map(({ id }) => id).sort() ?? [];
  if (element.type !== 'arrow') return bound.join();
  return [element.startBinding?.elementId, element.endBinding?.elementId, ...bound].join();
}
