import { ChevronUp } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { StatusBadge } from '../jobs/display/StatusBadge.tsx';
import { firstLine } from '../jobs/texts/format.ts';
import { formatProgress } from '../language/formats.ts';
import { t } from '../language/language.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';

/** Distance in px from which a movement is a swipe. */
const swipeDistance = 24;

type Props = {
  live: LiveCanvas;
  isExpanded: boolean;
  onExpand(isExpanded: boolean): void;
};

/** On phones, the upper edge of the panel: the state of the focused job. A tap or a swipe opens and closes the panel. */
export function SheetHandle({ live: { progress, job }, isExpanded, onExpand }: Props) {
  const start = useRef<number | null>(null);
  const isSwipe = useRef(false);

  function begin({ clientY }: PointerEvent): void {
    start.current = clientY;
    isSwipe.current = false;
  }

  function move({ clientY }: PointerEvent): void {
    const distance = start.current === null ? 0 : clientY - start.current;
    if (Math.abs(distance) < swipeDistance) return;
    start.current = null;
    isSwipe.current = true;
    onExpand(distance < 0);
  }

  return (
    <button
      type="button"
      className="sheet-handle"
      aria-expanded={isExpanded}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerCancel={() => (start.current = null)}
      // A mouse also clicks at the end of a swipe.
      onClick={() => isSwipe.current || onExpand(!isExpanded)}
    >
      <span className="visually-hidden">{t('canvas.sheet')} </span>
      {job && progress && (
        <>
          <StatusBadge {...progress} />
          {progress.status === 'PROCESSING' && (
            <span className="figures">{formatProgress(progress.progress)}</span>
          )}
          <span className="sheet-text">{firstLine(job.instruction)}</span>
        </>
      )}
      <ChevronUp aria-hidden className="sheet-arrow" />
    </button>
  );
}
