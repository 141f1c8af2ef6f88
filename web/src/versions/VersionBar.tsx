import { type SendCommand, useRevert } from './useRevert.ts';

type VersionBarProps = { number: number; send: SendCommand; onClose(): void };

/** Over the drawing while an earlier version is looked at: says so, and offers to restore it. */
export function VersionBar({ number, send, onClose }: VersionBarProps) {
  const { busy, restore } = useRevert(send);
  return (
    <section className="version-bar" aria-label="Earlier version">
      <p>
        Viewing <strong className="figures">version {number}</strong>
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
        Restore version
      </button>
      <button type="button" className="button" onClick={onClose}>
        Back to latest
      </button>
    </section>
  );
}
