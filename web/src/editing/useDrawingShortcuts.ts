import { t } from '../language/language.ts';
import { useCommands } from '../ui/commands.ts';

/** Keys that the editor handles, by what they do. */
const keys = {
  select: 'v',
  pan: 'h',
  box: 'r',
  ellipse: 'o',
  diamond: 'd',
  text: 't',
  arrow: 'a',
  undo: 'Mod+z',
  redo: 'Mod+Shift+z',
  selectAll: 'Mod+a',
  duplicate: 'Mod+d',
  delete: 'Delete',
  fit: 'Shift+1',
} as const;

/** Keys to go through the objects. */
const walkKeys = {
  walk: 'Tab',
  move: '←↑→↓',
  edit: 'Enter',
  tools: 'Alt+F10',
  leave: 'Escape',
} as const;

/** Lists the keys of the drawing among the shortcuts. */
export function useDrawingShortcuts(): void {
  const group = t('palette.groups.drawing');
  const names = Object.keys(keys) as (keyof typeof keys)[];
  const walkNames = Object.keys(walkKeys) as (keyof typeof walkKeys)[];
  useCommands([
    ...names.map((name) => ({ group, title: t(`palette.drawing.${name}`), keys: keys[name] })),
    ...walkNames.map((name) => ({ group, title: t(`editing.shortcut.${name}`), keys: walkKeys[name] })),
  ]);
}
