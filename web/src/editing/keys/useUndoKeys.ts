import { useEffect, useEffectEvent } from 'react';
import { isTextField } from '../../ui/keyboard/isTextField.ts';
import type { Direction } from '../session/requests.ts';
import { undoKeyIn } from './keys.ts';

/**
 * Takes the keys for undo and redo wherever the person is on the page, except while they type: a text field undoes
 * its own text. The editor never gets these keys: it would undo by its own history, which knows this page only.
 */
export function useUndoKeys(onPress: (direction: Direction) => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    /** What was last typed into text fields. */
    const typed = new WeakMap<EventTarget, string>();
    const onInput = ({ target }: Event) => {
      if (hasText(target)) typed.set(target, target.value);
    };
    const onKey = (event: KeyboardEvent) => {
      const direction = undoKeyIn(event);
      if (direction === null) return;
      // A field that was emptied by the page, as when an instruction is sent, has nothing of its own to undo.
      const isEmptied = hasText(event.target) && event.target.value === '' && typed.get(event.target) !== '';
      if (isTextField(event.target) && !isEmptied) return;
      event.preventDefault();
      event.stopPropagation();
      press(direction);
    };
    addEventListener('input', onInput, { capture: true });
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      removeEventListener('input', onInput, { capture: true });
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

const hasText = (target: EventTarget | null): target is HTMLTextAreaElement | HTMLInputElement =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
