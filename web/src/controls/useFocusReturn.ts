import { useState } from 'react';

/**
 * For `onCloseAutoFocus` of a dialog without a button of its own: the focus returns to where it was when the dialog
 * opened, unless something has moved it meanwhile.
 */
export function useFocusReturn(isOpen: boolean): (event: Event) => void {
  const [wasOpen, setWasOpen] = useState(false);
  const [origin, setOrigin] = useState<Element | null>(null);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    // The content takes the focus when it is mounted, which is later.
    if (isOpen) setOrigin(document.activeElement);
  }
  return (event) => {
    event.preventDefault();
    if (document.activeElement === document.body && origin instanceof HTMLElement) origin.focus();
  };
}
