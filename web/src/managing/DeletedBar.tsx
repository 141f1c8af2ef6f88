import { Button } from '../controls/Button.tsx';
import { formatDay } from '../jobs/texts/format.ts';
import { t } from '../language/language.ts';
import { type NamedCanvas, useManageCanvas } from './useManageCanvas.ts';

type DeletedBarProps = { canvas: NamedCanvas & { removalAt: string | null } };

/** Bar above the drawing of a deleted canvas, with a button to restore it. */
export function DeletedBar({ canvas }: DeletedBarProps) {
  const { restore } = useManageCanvas();
  return (
    <section className="version-bar" aria-label={t('managing.deleted')}>
      <p>
        {canvas.removalAt
          ? t('managing.deletedUntil', { day: formatDay(canvas.removalAt) })
          : t('managing.deletedNote')}
      </p>
      <Button look="primary" onClick={() => void restore(canvas, { opens: false })}>
        {t('managing.restore')}
      </Button>
    </section>
  );
}
