import { useSyncExternalStore } from 'react';
import { observable } from '../api/observable.ts';
import { deviceStorage } from '../storage/deviceStorage.ts';

export type Theme = 'light' | 'dark';

/** The key and the values are those of build/showFirst.ts. */
const storageKey = 'theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme | null {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : null;
}

const currentTheme = (): Theme => chosen() ?? (darkSystem.matches ? 'dark' : 'light');
const theme = observable<Theme>(currentTheme());
darkSystem.addEventListener('change', () => theme.set(currentTheme()));

/** Switches to a theme. The system's own theme is not stored, so that the page follows the system again. */
export function chooseTheme(next: Theme): void {
  const system: Theme = darkSystem.matches ? 'dark' : 'light';
  try {
    if (next === system) deviceStorage.removeItem(storageKey);
    else deviceStorage.setItem(storageKey, next);
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
  if (next === system) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  theme.set(next);
}

/** The theme in use. */
export function useTheme(): Theme {
  return useSyncExternalStore(theme.subscribe, theme.get);
}
