import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/** The first job in the window, its distance from the top of the window in px, and how many jobs were loaded. */
type Position = { jobId: string; offset: number; count: number };

/** In ms: browsers limit how often the state of the history may change. */
const saveDelay = 150;
/** Rows get their real height when they come into the window, which moves those below them. */
const maxCorrections = 5;

/**
 * Keeps the position in the browser's history, so that going back, or reloading, returns to it. Each row has the
 * attribute `data-job`.
 * @param count Jobs that are loaded; null until the first page is.
 * @param load Loads jobs up to this number.
 */
export function useKeptPosition(count: number | null, load: (count: number) => Promise<void>): void {
  const saved = useRef(savedPosition());
  const loading = useRef<'not asked' | 'loading' | 'loaded'>('not asked');

  // biome-ignore lint/correctness/useExhaustiveDependencies: restores when rows are added, until all of them are
  useLayoutEffect(() => {
    const position = saved.current;
    if (count === null || position === null) return;
    const isComplete = count >= position.count;
    if (!isComplete && loading.current === 'not asked') {
      loading.current = 'loading';
      void load(position.count).then(() => {
        loading.current = 'loaded';
      });
    }
    restore(position);
    if (isComplete || loading.current === 'loaded') saved.current = null;
  }, [count]);

  const saveNow = useEffectEvent(() => count !== null && save(count));
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const saveSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(saveNow, saveDelay);
    };
    addEventListener('scroll', saveSoon, { passive: true, signal: stop.signal });
    // A link may lead to another page before that.
    addEventListener('click', () => saveNow(), { capture: true, signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
}

/** The position in this entry of the browser's history; null for a new entry. */
function savedPosition(): Position | null {
  const saved: unknown = history.state?.jobs;
  if (typeof saved !== 'object' || saved === null) return null;
  const { jobId, offset, count } = saved as Partial<Position>;
  return typeof jobId === 'string' && typeof offset === 'number' && typeof count === 'number'
    ? { jobId, offset, count }
    : null;
}

function save(count: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-job]')];
  const first = rows.find((row) => row.getBoundingClientRect().bottom > 0);
  const jobs: Position | null =
    first?.dataset.job === undefined || scrollY === 0
      ? null
      : { jobId: first.dataset.job, offset: first.getBoundingClientRect().top, count };
  history.replaceState({ ...history.state, jobs }, '');
}

function restore(position: Position, corrections = maxCorrections): void {
  const row = document.querySelector(`[data-job="${CSS.escape(position.jobId)}"]`);
  if (row === null) return;
  const distance = row.getBoundingClientRect().top - position.offset;
  scrollBy({ top: distance, behavior: 'instant' });
  if (corrections > 0) requestAnimationFrame(() => restore(position, corrections - 1));
}
