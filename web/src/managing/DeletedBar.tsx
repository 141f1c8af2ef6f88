import type { NamedCanvas } from './useManageCanvas.ts';
import { useManageCanvas } from './useManageCanvas.ts';

/** Over the drawing of a canvas that has been deleted, perhaps on another page. */
export function DeletedBar({ canvas }: { canvas: NamedCanvas }) {
  const { restore } = useManageCanvas();
  return (
    <section className="version-bar" aria-label="Deleted">
      <p>This canvas has been deleted.</p>
      <button
        type="button"
        className="button button-primary"
        onClick={() => void restore(canvas, { opens: false })}
      >
        Restore
      </button>
    </section>
  );
}
