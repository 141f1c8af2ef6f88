import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';

/** Time in which elements move to their next place, in ms. */
const DURATION = 220;
/** Scenes with more elements are drawn at once: a frame of them would take too long. */
const MOST_ELEMENTS = 2_000;

export type Animation = {
  /** Draws the last frame now. */
  finish(): void;
  /** Ends it with the frame that was drawn last. */
  cancel(): void;
};

type Show = (elements: readonly ExcalidrawElement[]) => void;

/**
 * Shows the next scene. What is at another place in it moves there, unless the person prefers reduced motion.
 * Returns the animation, or null when the scene was shown at once.
 */
export function animateScene(
  from: readonly ExcalidrawElement[],
  to: readonly ExcalidrawElement[],
  show: Show,
): Animation | null {
  const moves = movesBetween(from, to);
  if (moves.size === 0 || to.length > MOST_ELEMENTS || !isMotionWanted()) {
    show(to);
    return null;
  }
  const begin = performance.now();
  let drawn = 0;
  let request = 0;
  const draw = (share: number) => {
    drawn += 1;
    show(sceneAt(share, to, moves, drawn));
  };
  const step = (now: number) => {
    const share = Math.min(1, (now - begin) / DURATION);
    if (share < 1) request = requestAnimationFrame(step);
    draw(eased(Math.max(0, share)));
  };
  draw(0);
  request = requestAnimationFrame(step);
  const cancel = () => cancelAnimationFrame(request);
  const finish = () => {
    cancel();
    draw(1);
  };
  return { cancel, finish };
}

function isMotionWanted(): boolean {
  return document.visibilityState === 'visible' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

const eased = (share: number): number => 1 - (1 - share) ** 3;

/** Elements that are at another place, by their ids, as they were. */
export function movesBetween(
  from: readonly ExcalidrawElement[],
  to: readonly ExcalidrawElement[],
): ReadonlyMap<string, ExcalidrawElement> {
  const before = new Map(from.map((element) => [element.id, element]));
  const moves = new Map<string, ExcalidrawElement>();
  for (const element of to) {
    const was = before.get(element.id);
    if (was && was !== element && !was.isDeleted && !element.isDeleted && !isSamePlace(was, element)) {
      moves.set(element.id, was);
    }
  }
  return moves;
}

/**
 * The scene on its way. @param share How far the moving elements are, from 0 to 1.
 * @param frame Number of the frame: the editor draws an element again when its version is another one.
 */
export function sceneAt(
  share: number,
  to: readonly ExcalidrawElement[],
  moves: ReadonlyMap<string, ExcalidrawElement>,
  frame: number,
): ExcalidrawElement[] {
  return to.map((element) => {
    const was = moves.get(element.id);
    if (!was) return element;
    const place = share < 1 ? placeAt(share, was, element) : {};
    return {
      ...element,
      ...place,
      version: element.version + frame,
      versionNonce: element.versionNonce + frame,
    };
  });
}

type Place = { x: number; y: number; width: number; height: number };

function placeAt(share: number, was: ExcalidrawElement, is: ExcalidrawElement) {
  const between = (one: number, other: number) => one + (other - one) * share;
  const at = (name: keyof Place) => between(was[name], is[name]);
  const place = { x: at('x'), y: at('y'), width: at('width'), height: at('height') };
  if (!('points' in was && 'points' in is)) return place;
  const count = Math.max(was.points.length, is.points.length);
  const points = Array.from({ length: count }, (_, index) => {
    // The shorter line waits at its last point.
    const [one, other] = [was.points[index] ?? was.points.at(-1), is.points[index] ?? is.points.at(-1)];
    return [between(one?.[0] ?? 0, other?.[0] ?? 0), between(one?.[1] ?? 0, other?.[1] ?? 0)];
  });
  return { ...place, points };
}

function isSamePlace(one: ExcalidrawElement, other: ExcalidrawElement): boolean {
  const isSameBox =
    one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
  if (!isSameBox || !('points' in one && 'points' in other)) return isSameBox;
  return one.points.join() === other.points.join();
}
