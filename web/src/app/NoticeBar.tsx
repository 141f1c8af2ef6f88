import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { UNREACHABLE } from '../api/messages.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { type Notice, notice } from './notice.ts';

/** How long a notice stays, in ms. Nothing depends on it: what it offers is offered elsewhere as well. */
const STAYS = 12_000;

/** Says what has just been done, and offers to take it back. Stays as long as somebody is at it. */
export function NoticeBar() {
  const present = useSyncExternalStore(notice.subscribe, notice.get);
  useReconnected(() => {
    if (notice.get()?.text.includes(UNREACHABLE)) notice.set(null);
  });
  return (
    <div className="notice-bar" role="status">
      {present && <NoticeBox key={present.key} present={present} />}
    </div>
  );
}

function NoticeBox({ present }: { present: Notice }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => notice.set(null), STAYS);
    return () => clearTimeout(timer);
  }, [held]);
  const { text, action } = present;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays longer while somebody is at it
    <div
      className="notice-box"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {action && (
        <button
          type="button"
          className="button"
          onClick={() => {
            notice.set(null);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => notice.set(null)}>
        <X aria-hidden />
      </button>
    </div>
  );
}
