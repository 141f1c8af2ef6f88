import { isTextField } from '../ui/isTextField.ts';

/** Numbers what a person does with pointer and keyboard; changes of the canvas that follow one gesture are one step. */
export type Gestures = {
  /** The number of the gesture that is going on, or was the last. */
  current(): number;
  /** Begins a new one. */
  begin(): number;
  stop(): void;
};

/** Presses of an arrow key that follow each other within this time, in ms, move something in one gesture. */
const NUDGE_PAUSE = 500;

/** Watches a window. A press of a key or of the pointer begins a gesture; `onPress` is called before the editor has it. */
export function watchGestures(target: Window, onPress: () => void = () => undefined): Gestures {
  let number = 1;
  let nudgedAt = Number.NEGATIVE_INFINITY;
  const begin = () => {
    number += 1;
    return number;
  };
  const onPointer = () => {
    onPress();
    begin();
  };
  const onKey = (event: KeyboardEvent) => {
    onPress();
    const isNudge = event.key.startsWith('Arrow') && !isTextField(event.target);
    if (!event.repeat && !(isNudge && event.timeStamp - nudgedAt < NUDGE_PAUSE)) begin();
    nudgedAt = isNudge ? event.timeStamp : Number.NEGATIVE_INFINITY;
  };
  target.addEventListener('pointerdown', onPointer, { capture: true });
  target.addEventListener('keydown', onKey, { capture: true });
  return {
    current: () => number,
    begin,
    stop() {
      target.removeEventListener('pointerdown', onPointer, { capture: true });
      target.removeEventListener('keydown', onKey, { capture: true });
    },
  };
}
