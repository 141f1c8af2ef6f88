import { type Command, currentCommands } from './commands.ts';
import { isTextField } from './isTextField.ts';

/** Time in ms between the keys of a sequence. */
const sequenceWindow = 1_500;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A pressed key as in `Command.keys`; null if no shortcut can have it. */
export function nameOfPress({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (altKey || key.length !== 1) return null;
  const name = key.toLowerCase();
  if (ctrlKey || metaKey) return shiftKey ? null : `Mod+${name}`;
  // Shift belongs to signs such as `?`, but a letter with it is no shortcut.
  return shiftKey && name !== key ? null : name;
}

/** Runs the commands whose keys are pressed. Returns a function that stops this. */
export function handleShortcuts(): () => void {
  let begun = '';
  let begunAt = 0;

  function onKeyDown(event: KeyboardEvent): void {
    const name = nameOfPress(event);
    if (name === null || event.repeat || event.isComposing) return;
    if (!name.startsWith('Mod+') && takesLetters(event.target)) return;
    const isSequence = begun !== '' && event.timeStamp - begunAt < sequenceWindow;
    const candidates = isSequence ? [`${begun} ${name}`, name] : [name];
    begun = '';
    for (const keys of candidates) {
      const match = matchKeys(keys);
      if (match === null) continue;
      event.preventDefault();
      event.stopPropagation();
      if (match === 'begins') {
        begun = keys;
        begunAt = event.timeStamp;
      } else match();
      return;
    }
  }

  // Before the drawing, which keeps keys to itself.
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => removeEventListener('keydown', onKeyDown, { capture: true });
}

/** What these keys run, or whether a shortcut begins with them. */
function matchKeys(keys: string): (() => void) | 'begins' | null {
  const commands = currentCommands().filter(isRunByKeys);
  const command = commands.find((candidate) => candidate.keys === keys);
  if (command) return command.run;
  return commands.some((candidate) => candidate.keys.startsWith(`${keys} `)) ? 'begins' : null;
}

const isRunByKeys = (command: Command): command is Command & { keys: string; run: () => void } =>
  command.keys !== undefined && command.run !== undefined && command.isHandledElsewhere !== true;

/** What takes letters for itself: by choosing an entry, or by writing them into what is selected there. */
const LETTER_TAKERS = 'select, [role="dialog"], [role="menu"], [data-takes-letters]';

/** Whether letters are typed there, or mean something of their own. */
function takesLetters(target: EventTarget | null): boolean {
  if (isTextField(target)) return true;
  return target instanceof Element && target.closest(LETTER_TAKERS) !== null;
}
