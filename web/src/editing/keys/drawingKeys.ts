/**
 * The keys of the drawing, by what they do. The list of shortcuts shows the first of each; the others do the same.
 * `Mod` is Ctrl or Cmd.
 */
export const drawingKeys = {
  select: ['v', '1'],
  pan: ['h'],
  box: ['r', '2'],
  ellipse: ['o', '4'],
  diamond: ['d', '3'],
  text: ['t', '8'],
  arrow: ['a', '5'],
  erase: ['e', '0'],
  undo: ['Mod+z'],
  redo: ['Mod+Shift+z', 'Mod+y'],
  selectAll: ['Mod+a'],
  copy: ['Mod+c'],
  cut: ['Mod+x'],
  paste: ['Mod+v'],
  duplicate: ['Mod+d'],
  delete: ['Delete', 'Backspace'],
  walk: ['Tab', 'Shift+Tab'],
  move: ['←↑→↓'],
  edit: ['Enter'],
  place: ['Enter'],
  connect: ['Mod+Enter'],
  tools: ['Alt+F10'],
  leave: ['Escape'],
  zoomIn: ['Mod+=', 'Mod++', 'Mod+Shift+=', 'Mod+Shift++'],
  zoomOut: ['Mod+-', 'Mod+Shift+-'],
  zoomActual: ['Mod+0'],
  fit: ['Shift+1'],
  fitSelection: ['Shift+2', 'Shift+3'],
} as const;

export type DrawingAction = keyof typeof drawingKeys;

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether pressed keys are those of an action. */
export function isPressFor(press: Press, action: DrawingAction): boolean {
  return drawingKeys[action].some((keys) => keys === nameOf(press) || isArrow(keys, press));
}

/** A press as in the table. A digit with Shift is told by its place: the sign above it differs between keyboards. */
function nameOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const digit = shiftKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
  const name = digit ?? (key.length === 1 ? key.toLowerCase() : key);
  const modifiers = [...(ctrlKey || metaKey ? ['Mod'] : []), ...(altKey ? ['Alt'] : [])];
  return [...modifiers, ...(shiftKey ? ['Shift'] : []), name].join('+');
}

/** With Shift, an arrow key moves further. */
const isArrow = (keys: string, { key, ctrlKey, metaKey, altKey }: Press): boolean =>
  keys === '←↑→↓' && key.startsWith('Arrow') && !(ctrlKey || metaKey || altKey);
