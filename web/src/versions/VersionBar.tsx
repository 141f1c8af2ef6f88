import { useTakeBack } from './useTakeBack.ts';

type VersionBarProps = { canvasId: string; number: number; onClose(): void };

/** Over the drawing while an earlier version is looked at: says so, and offers to have it back. */
export function VersionBar({ canvasId, number, onClose }: VersionBarProps) {
  const { busy, restore } = useTakeBack(canvasId);
  return (
    <section className="version-bar" aria-label="Earlier version">
      <p>
        You are looking at <strong className="figures">version {number}</strong>.
      </p>
      <button
        type="button"
        className="button button-primary"
        disabled={busy}
        onClick={async () => {
          await restore(number);
          onClose();
        }}
      >
        Restore
      </button>
      <button type="button" className="button" onClick={onClose}>
        Back to now
      </button>
    </section>
  );
}
