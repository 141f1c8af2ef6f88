import { GitCompareArrows } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../controls/Button.tsx';
import { focusDrawing } from '../../editing/keys/drawingFocus.ts';
import { t } from '../../language/language.ts';
import { type SendCommand, useRevert } from '../useRevert.ts';
import { ComparisonList } from './ComparisonList.tsx';
import type { Comparison } from './compareVersions.ts';

type VersionBarProps = {
  number: number;
  send: SendCommand;
  /** The differences to the latest version while they are shown. */
  comparison: Comparison | null;
  onCompare(compares: boolean): void;
  onClose(): void;
};

/** Bar above the drawing of an earlier version: compares it with the latest one, and restores it. */
export function VersionBar({ number, send, comparison, onCompare, onClose }: VersionBarProps) {
  const { isBusy, restore } = useRevert(send);
  const bar = useRef<HTMLElement>(null);
  const close = () => {
    // The button that has the focus goes.
    focusDrawing(bar.current?.parentElement ?? null);
    onClose();
  };
  return (
    <>
      <section ref={bar} className="version-bar" aria-label={t('versions.earlier')}>
        <p>
          {comparison ? t('versions.comparing') : t('versions.viewing')}{' '}
          <strong className="figures">
            {t(comparison ? 'versions.compared' : 'versions.viewed', { number })}
          </strong>
        </p>
        <Button aria-pressed={comparison !== null} onClick={() => onCompare(comparison === null)}>
          <GitCompareArrows aria-hidden /> {t('versions.compare.start')}
        </Button>
        <Button
          look="primary"
          disabled={isBusy}
          onClick={async () => {
            await restore(number);
            close();
          }}
        >
          {t('versions.restore')}
        </Button>
        <Button onClick={close}>{t('versions.close')}</Button>
      </section>
      {comparison && <ComparisonList number={number} comparison={comparison} />}
    </>
  );
}
