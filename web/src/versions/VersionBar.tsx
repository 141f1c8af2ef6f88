import { Button } from '../controls/Button.tsx';
import { type SendCommand, useRevert } from './useRevert.ts';

type VersionBarProps = { number: number; send: SendCommand; onClose(): void };

/** Bar above the drawing of an earlier version, with a button to restore it. */
export function VersionBar({ number, send, onClose }: VersionBarProps) {
  const { isBusy, restore } = useRevert(send);
  return (
    <section className="version-bar" aria-label="Earlier version">
      <p>
        Viewing <strong className="figures">version {number}</strong>
      </p>
      <Button
        look="primary"
        disabled={isBusy}
        onClick={async () => {
          await restore(number);
          onClose();
        }}
      >
        Restore version
      </Button>
      <Button onClick={onClose}>Back to latest</Button>
    </section>
  );
}
