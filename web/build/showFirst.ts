/**
 * Runs in index.html before the first paint: its text stands there, so it can use nothing from outside. It sets the
 * theme and the language, and shows what the build has drawn of the page, until the app replaces it. The keys and the
 * values of the storage are those of `src/ui/theme.ts` and `src/language/language.ts`.
 */
export function showFirst(): void {
  function stored(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage can be forbidden. The system's theme and the browser's language are used then.
      return null;
    }
  }
  const page = document.documentElement;
  const theme = stored('theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;

  const templates = [...document.querySelectorAll('template')];
  function drawnLanguage(tag: string | null): string | undefined {
    const language = (tag ?? '').toLowerCase().split('-')[0];
    return templates.find(({ lang }) => lang === language)?.lang;
  }
  page.lang =
    drawnLanguage(stored('language')) ?? navigator.languages.map(drawnLanguage).find(Boolean) ?? 'en';

  const path = location.pathname.replace(/(.)\/$/, '$1');
  const inLanguage = templates.filter(({ lang }) => lang === page.lang);
  const drawn =
    inLanguage.find(({ dataset }) => dataset.path === path) ??
    inLanguage.find(({ dataset }) => dataset.path === undefined);
  if (drawn) document.getElementById('root')?.append(drawn.content);
}
