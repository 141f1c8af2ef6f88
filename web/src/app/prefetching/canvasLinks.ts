import { canvasIdIn } from '../../ui/paths.ts';

/** How long the pointer or the focus stays at a link before it is likely to be opened, in ms. */
const stay = 80;

/**
 * Calls back with the id of a canvas that is likely to be opened: a link to it was pressed, or the pointer or the focus
 * stays at it. Returns a function that stops this.
 */
export function watchCanvasLinks(onLikely: (canvasId: string) => void): () => void {
  const stop = new AbortController();
  const options = { passive: true, signal: stop.signal };
  let reached: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const reach = ({ target }: Event) => {
    const id = canvasLinkedAt(target);
    if (id === reached) return;
    reached = id;
    clearTimeout(timer);
    if (id !== null) timer = setTimeout(() => onLikely(id), stay);
  };
  const press = ({ target }: Event) => {
    const id = canvasLinkedAt(target);
    if (id !== null) onLikely(id);
  };
  addEventListener('pointerover', reach, options);
  addEventListener('focusin', reach, options);
  addEventListener('pointerdown', press, options);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

function canvasLinkedAt(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  return link?.origin === location.origin ? canvasIdIn(link.pathname) : null;
}
