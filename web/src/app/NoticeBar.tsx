import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { unreachableMessage } from '../api/requestFailure.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { type Notice, notice } from '../ui/notice.ts';
import './noticeBar.css';

/** In ms. Every action of a notice is also available elsewhere. */
const noticeDuration = 12_000;

/** Shows the latest notice with its action. It stays while it has the pointer or the focus. */
export function NoticeBar() {
  const current = useSyncExternalStore(notice.subscribe, notice.get);
  useReconnected(() => {
    if (notice.get()?.text.includes(unreachableMessage)) notice.set(null);
  });
  return (
    <div className="notice-bar" role="status">
      {current && <NoticeBox key={current.key} current={current} />}
    </div>
  );
}

function NoticeBox({ current }: { current: Notice }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => notice.set(null), noticeDuration);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const { text, action } = current;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only keep it open
    <div
      className="notice-box"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p>{text}</p>
      {action && (
        <Button
          onClick={() => {
            notice.set(null);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onClick={() => notice.set(null)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
