/**
 * Whether a key belongs to an input method that is composing a character. Safari ends the composition before the
 * `keydown` of the Enter that confirms it: `isComposing` is false by then, and only `keyCode` 229 shows it
 * (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function isComposing({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}
