/**
 * For `onCloseAutoFocus` of an overlay: the focus returns to where it was, unless a choice has moved it, for example
 * into a field for a new title.
 */
export function keepNewFocus(event: Event): void {
  if (document.activeElement !== document.body) event.preventDefault();
}
