import { useEffect } from 'react';

const product = 'CollabCanvas';
let pageTitle = product;
let badge = '';

function update(): void {
  document.title = badge ? `${badge} ${pageTitle}` : pageTitle;
}

/** Sets the title of the browser tab; null for the product name alone. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    pageTitle = title ? `${title} – ${product}` : product;
    update();
  }, [title]);
}

/** Shows a text before the title of the browser tab; empty for none. */
export function setTitleBadge(text: string): void {
  badge = text;
  update();
}
