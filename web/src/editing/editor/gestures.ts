import { isTextField } from '../../ui/keyboard/isTextField.ts';

/** Numbers what a person does with pointer and keyboard; changes of the canvas that follow one gesture are one step. */
export type Gestures = {
  /** The gesture that is going on, or was the last. */
  current(): Gesture;
  /** Begins a new one. */
  begin(): Gesture;
  stop(): void;
};

export type Gesture = {
  number: number;
  /** Whether it is a series of presses of arrow keys: the next press within `NUDGE_PAUSE` belongs to it. */
  isNudge: boolean;
};

/** Presses of an arrow key that follow each other within this time, in ms, move something in one gesture. */
export const NUDGE_PAUSE = 1_000;

/** Keys that are held for another key. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** Watches a window. A press of a key or of the pointer begins a gesture; `onPress` is called before the editor has it. */
export function watchGestures(target: Window, onPress: () => void = () => undefined): Gestures {
  let gesture: Gesture = { number: 1, isNudge: false };
  let nudgedAt = Number.NEGATIVE_INFINITY;
  const begin = (isNudge = false) => {
    gesture = { number: gesture.number + 1, isNudge };
    return gesture;
  };
  const onPointer = () => {
    onPress();
    begin();
    nudgedAt = Number.NEGATIVE_INFINITY;
  };
  const onKey = (event: KeyboardEvent) => {
    onPress();
    const isNudge = event.key.startsWith('Arrow') && !isTextField(event.target);
    if (MODIFIERS.has(event.key)) return;
    if (!event.repeat && !(isNudge && event.timeStamp - nudgedAt < NUDGE_PAUSE)) begin(isNudge);
    nudgedAt = isNudge ? event.timeStamp : Number.NEGATIVE_INFINITY;
  };
  target.addEventListener('pointerdown', onPointer, { capture: true });
  target.addEventListener('keydown', onKey, { capture: true });
  return {
    current: () => gesture,
    begin: () => begin(),
    stop() {
      target.removeEventListener('pointerdown', onPointer, { capture: true });
      target.removeEventListener('keydown', onKey, { capture: true });
    },
  };
}
