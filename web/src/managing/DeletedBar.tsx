import { Button } from '../controls/Button.tsx';
import { formatDay } from '../jobs/format.ts';
import { type NamedCanvas, useManageCanvas } from './useManageCanvas.ts';

type DeletedBarProps = { canvas: NamedCanvas & { removalAt: string | null } };

/** Bar above the drawing of a deleted canvas, with a button to restore it. */
export function DeletedBar({ canvas }: DeletedBarProps) {
  const { restore } = useManageCanvas();
  return (
    <section className="version-bar" aria-label="Deleted">
      <p>
        This canvas is deleted.
        {canvas.removalAt && ` You can restore it until ${formatDay(canvas.removalAt)}.`}
      </p>
      <Button look="primary" onClick={() => void restore(canvas, { opens: false })}>
        Restore
      </Button>
    </section>
  );
}
