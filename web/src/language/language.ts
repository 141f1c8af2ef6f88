import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { deviceStorage } from '../storage/deviceStorage.ts';
import { type Catalogue, en, type LaterTexts } from './en/catalogue.ts';
import { type Texts, translate } from './translate.ts';

declare module 'i18next' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: it is merged with the interface of the library
  interface CustomTypeOptions {
    resources: { translation: Catalogue };
    returnNull: false;
  }
}

/** Languages of the web app, by their names in themselves. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const storageKey = 'language';
let current: Language = 'en';

const catalogues: { en: Texts; de?: Catalogue } = { en };
const listeners = new Set<() => void>();

/**
 * A text of the catalogue. Call it while rendering, not when a module is loaded, so that it follows the language.
 * @param key Its path in the catalogue, as in `jobs.status.QUEUED`.
 */
export const t = ((path: string, values?: object) =>
  translate(catalogues[current] ?? catalogues.en, current, path, { ...values })) as unknown as TFunction;

/** Adds English texts that only one page needs, so that a first load is without them. German is loaded as a whole. */
export function addEnglish(texts: Partial<LaterTexts>): void {
  catalogues.en = { ...catalogues.en, ...texts };
}

/** The language in use: for `Intl`, and as the key of what is rendered again when it changes. */
export function currentLanguage(): Language {
  return current;
}

/**
 * The language with the region that the browser prefers for it, as in `en-GB`: for dates and times. Americans write
 * them in another way than the British.
 */
export function currentLocale(): string {
  return globalThis.navigator?.languages?.find((tag) => languageOf(tag) === current) ?? current;
}

export function useLanguage(): Language {
  return useSyncExternalStore(onChange, currentLanguage);
}

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the language that was chosen on this device, or else the first one that the browser prefers. */
export function startLanguage(): Promise<void> {
  return switchTo(stored() ?? preferred());
}

/** Switches the language of the page, and of later visits on this device. */
export async function chooseLanguage(next: Language): Promise<void> {
  try {
    deviceStorage.setItem(storageKey, next);
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
  await switchTo(next);
}

async function switchTo(next: Language): Promise<void> {
  if (next === 'de') catalogues.de ??= (await import('./de/catalogue.ts')).de;
  current = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

function stored(): Language | null {
  try {
    return languageOf(deviceStorage.getItem(storageKey) ?? '');
  } catch {
    return null;
  }
}

function preferred(): Language {
  return navigator.languages.map(languageOf).find((language) => language !== null) ?? 'en';
}

/** The language of a tag such as `de-AT`; null for one that the app doesn't have. */
function languageOf(tag: string): Language | null {
  const [primary = ''] = tag.toLowerCase().split('-');
  return primary in languages ? (primary as Language) : null;
}
