import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanNode } from '../../../src/canvas/model/plan.ts';
import { textWidth } from '../../../src/canvas/text/font.ts';
import { fitLabel, fitText, fitToWidth } from '../../../src/canvas/text/sizing.ts';
import { FRAME_PADDING, FRAME_TITLE_FONT_SIZE, GAP } from '../scene/block.ts';
import { framesAround, type Scene } from '../scene/scene.ts';
import type { Fragment, Message, Sequence, Step } from './readSequence.ts';

/** Width in pixels of the activations on a lifeline. */
export const BAR = 12;
/** How far the way of a step of its own leads away from the lifeline, and how far a note is from it, in pixels. */
export const LOOP = 32;
/** Free room in pixels between a lifeline and a label, or the border of a fragment. */
const MARGIN = 16;
const CONDITION_WIDTH = 180;
/** Free room between bars and a condition, in pixels. */
export const CONDITION_GAP = 24;

/** Sizes in pixels of what stands beside lifelines. */
export function labelSize({ edge }: Message): Size {
  return edge.label?.trim() ? fitLabel(edge.label) : { width: 0, height: 0 };
}

export function noteSize(note: PlanNode): Size {
  return fitToWidth('STICKY', note.text, 160, 16);
}

/** The condition of a fragment in brackets, as UML has it. */
export function conditionText({ condition }: Fragment): string {
  return `[${condition}]`;
}

export function conditionSize(fragment: Fragment): Size {
  if (fragment.condition === '') return { width: 0, height: 0 };
  const text = conditionText(fragment);
  const natural = fitText('TEXT', text, 16);
  return natural.width <= CONDITION_WIDTH ? natural : fitToWidth('TEXT', text, CONDITION_WIDTH, 16);
}

/** How far a fragment reaches to the left of its first lifeline and to the right of its last one, in pixels. */
export type Reach = { left: number; right: number };

/** The column on whose right side a message has its label: the middle one of those that it passes. */
export function labelColumn({ from, to }: Message): number {
  return Math.floor((from + to - 1) / 2);
}

/** Reaches of all fragments: those of inner ones are smaller, and those with the same columns equal. */
export function reachesOf(
  steps: readonly Step[],
  reaches = new Map<Fragment, Reach>(),
): Map<Fragment, Reach> {
  const fragments = steps.filter((step) => step.kind === 'fragment');
  for (const fragment of fragments)
    reachesOf(fragment.steps, reaches).set(fragment, reachOf(fragment, reaches));
  for (const alike of Map.groupBy(fragments, ({ first, last }) => `${first} ${last}`).values()) {
    const all = alike.map((each) => reaches.get(each) ?? { left: 0, right: 0 });
    const [left, right] = [
      Math.max(...all.map((each) => each.left)),
      Math.max(...all.map((each) => each.right)),
    ];
    for (const each of alike) reaches.set(each, { left, right });
  }
  return reaches;
}

function reachOf(fragment: Fragment, reaches: ReadonlyMap<Fragment, Reach>): Reach {
  const { first, last, frame, steps } = fragment;
  const title = Math.min(480, textWidth(frame.title, FRAME_TITLE_FONT_SIZE));
  // The title stands left of the first lifeline, so that none passes through it.
  const left = [GAP, title === 0 ? 0 : title + 2 * MARGIN];
  const right = [GAP, first === last ? conditionSize(fragment).width + BAR / 2 + 2 * CONDITION_GAP : 0];
  for (const step of steps) {
    const reach = step.kind === 'fragment' ? reaches.get(step) : undefined;
    if (step.kind !== 'fragment') right.push(asideOf(step, last));
    else if (reach !== undefined) {
      if (step.first === first) left.push(reach.left + MARGIN);
      if (step.last === last) right.push(reach.right + MARGIN);
    }
  }
  return { left: Math.max(...left), right: Math.max(...right) };
}

/** How far a step reaches to the right of a lifeline, when it does not lead on to another one. */
function asideOf(step: Exclude<Step, Fragment>, column: number): number {
  const start = BAR / 2 + LOOP;
  if (step.kind === 'note')
    return step.column === column ? start + noteSize(step.note).width + 2 * MARGIN : 0;
  return step.from === column && step.to === column ? start + labelSize(step).width + 2 * MARGIN : 0;
}

/** The lifelines' positions from left to right, in pixels from the first one. */
export function columnsAt(
  scene: Scene,
  { participants, steps }: Sequence,
  reaches: ReadonlyMap<Fragment, Reach>,
): number[] {
  const widths = participants.map(({ id }) => scene.fitted.get(id)?.width ?? 0);
  const gaps = participants.map((participant, at) => {
    const next = participants[at + 1];
    const borders = next === undefined ? 0 : bordersBetween(scene, participant.id, next.id);
    return ((widths[at] ?? 0) + (widths[at + 1] ?? 0)) / 2 + GAP + borders * FRAME_PADDING;
  });
  const widen = (column: number, width: number) => {
    gaps[column] = Math.max(gaps[column] ?? 0, width);
  };
  widenFor(steps, reaches, widen);
  let x = 0;
  return gaps.map((gap) => {
    const at = x;
    x += Math.ceil(gap / 8) * 8;
    return at;
  });
}

/** How many borders of frames there are between two participants. */
function bordersBetween(scene: Scene, one: string, other: string): number {
  const [left, right] = [framesAround(scene, one), framesAround(scene, other)];
  return left.filter((id) => !right.includes(id)).length + right.filter((id) => !left.includes(id)).length;
}

function widenFor(
  steps: readonly Step[],
  reaches: ReadonlyMap<Fragment, Reach>,
  widen: (column: number, width: number) => void,
): void {
  for (const step of steps) {
    if (step.kind === 'note') widen(step.column, asideOf(step, step.column) + MARGIN);
    else if (step.kind === 'message')
      if (step.from === step.to) widen(step.from, asideOf(step, step.from));
      else widen(labelColumn(step), labelSize(step).width + BAR + MARGIN);
    else {
      const { left, right } = reaches.get(step) ?? { left: 0, right: 0 };
      widen(step.first - 1, left + MARGIN);
      widen(step.last, right + MARGIN);
      if (step.first < step.last) widen(step.first, conditionSize(step).width + BAR + 2 * CONDITION_GAP);
      widenFor(step.steps, reaches, widen);
    }
  }
}
