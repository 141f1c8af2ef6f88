import { X } from 'lucide-react';
import { createContext, use, useEffect, useEffectEvent } from 'react';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';
import type { Announced } from '../../ui/messages/notice.ts';
import { usePageVisible } from '../../ui/usePageVisible.ts';

/** In ms. Every action of a toast is also available elsewhere. */
const duration = 12_000;

/** Whether the toasts stay open. */
export const HeldContext = createContext(false);

/** A notice with its actions. It closes after a while, during which it can be seen. */
export function Toast({ notice, onClose }: { notice: Announced; onClose(): void }) {
  const isHeld = use(HeldContext);
  const isVisible = usePageVisible();
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isHeld || !isVisible) return;
    const timer = setTimeout(close, duration);
    return () => clearTimeout(timer);
  }, [isHeld, isVisible]);

  const { title, text, isFailure, action, moreActions = [] } = notice;
  return (
    <div className="toast" data-failure={isFailure || undefined}>
      <div className="toast-text">
        {title && <p className="toast-title">{title}</p>}
        <p>{text}</p>
      </div>
      <div className="toast-actions">
        {(action ? [action, ...moreActions] : moreActions).map(({ label, run }) => (
          <Button
            key={label}
            onClick={() => {
              onClose();
              run();
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <button
        type="button"
        className="icon-button toast-close"
        aria-label={t('notifications.dismiss')}
        onClick={onClose}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
