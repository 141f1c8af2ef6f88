// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { afterEach, expect, test } from 'vitest';
import { reloadFailedStyles } from './reloadFailedStyles.ts';

const linkOf = (href: string) => document.querySelector<HTMLLinkElement>(`link[href="${href}"]`);

/** A stylesheet as it is in the page after the browser has requested it. */
function addStylesheet(href: string, sheet: object | null): HTMLLinkElement {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href });
  Object.defineProperty(link, 'sheet', { value: sheet });
  return document.head.appendChild(link);
}

const unreadable = {
  get cssRules() {
    throw new DOMException('Cannot access rules', 'SecurityError');
  },
};

afterEach(() => document.head.replaceChildren());

test.each([
  ['gone', null],
  ['empty', { cssRules: [] }],
  ['unreadable', unreadable],
])('asks again for a stylesheet that is %s', async (_how, sheet) => {
  const failed = addStylesheet('/failed.css', sheet);
  await reloadFailedStyles();
  expect(linkOf('/failed.css')).not.toBe(failed);
  expect(linkOf('/failed.css')?.rel).toBe('stylesheet');
});

test('does not reload a stylesheet that is loaded', async () => {
  const present = addStylesheet('/present.css', { cssRules: ['body {}'] });
  await reloadFailedStyles();
  expect(linkOf('/present.css')).toBe(present);
});

test('reports the load of a stylesheet that was still loading to those who wait for it', async () => {
  const loading = addStylesheet('/loading.css', null);
  const loaded = new Promise((resolve) => loading.addEventListener('load', resolve));
  await reloadFailedStyles();
  await loaded;
});
