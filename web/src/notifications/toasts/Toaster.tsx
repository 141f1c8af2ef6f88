import { type CSSProperties, type KeyboardEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { useLocation } from 'wouter';
import { unreachableMessage } from '../../api/errors/requestFailure.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { t } from '../../language/language.ts';
import { useCommands } from '../../ui/keyboard/commands.ts';
import { dismiss, notices, topicOverPage } from '../../ui/messages/notice.ts';
import { canvasIdIn } from '../../ui/paths.ts';
import { HeldContext, Toast } from './Toast.tsx';
import './toasts.css';

/** Moves the focus to the toasts. */
const toastKeys = { keys: 'Alt+t', hotkey: ['altKey', 'KeyT'] };

/** Shows the notices as toasts. All of them stay while one has the pointer or the focus. */
export function Toaster() {
  const [isPointed, setIsPointed] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  useEffect(showNotices, []);
  useReconnected(dismissUnreachable);
  const { keys } = toastKeys;
  useCommands([{ group: t('palette.groups.actions'), title: t('palette.commands.toasts'), keys }]);
  const isEmpty = useSyncExternalStore(notices.subscribe, () => notices.get().size === 0);
  useEffect(() => {
    // A toast that is removed under the pointer reports no leaving.
    if (!isEmpty) return;
    setIsPointed(false);
    setIsFocused(false);
  }, [isEmpty]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only keep the toasts open
    <div
      onPointerEnter={() => setIsPointed(true)}
      onPointerLeave={() => setIsPointed(false)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => setIsFocused(false)}
      onKeyDown={dismissOnEscape}
    >
      <HeldContext value={isPointed || isFocused}>
        <Placed />
      </HeldContext>
    </div>
  );
}

const narrow = matchMedia('(max-width: 52rem)');

/** How many toasts are visible. */
const roomIn = (isNarrow: boolean) => (isNarrow ? 2 : 3);

function subscribeToNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

const width = { '--width': 'min(28rem, 100vw - 2 * var(--space-4))' } as CSSProperties;

/** On phones below the tools of a canvas: at the lower edge, toasts would cover its panel. */
function Placed() {
  const isNarrow = useSyncExternalStore(subscribeToNarrow, () => narrow.matches);
  const [path] = useLocation();
  const isAtTop = isNarrow && canvasIdIn(path) !== null;
  const offset = isAtTop ? { top: 'calc(var(--top-bar) + 4.25rem)' } : { bottom: 'var(--toasts-bottom)' };
  return (
    <Sonner
      hotkey={toastKeys.hotkey}
      className="toasts"
      style={width}
      containerAriaLabel={t('notifications.region')}
      position={isAtTop ? 'top-center' : 'bottom-center'}
      offset={offset}
      mobileOffset={offset}
      visibleToasts={roomIn(isNarrow)}
      gap={8}
      expand
    />
  );
}

/** Keeps the toasts equal to the notices. Returns a function that stops it. */
function showNotices(): () => void {
  /** The toast of each topic. A later toast has another id: the earlier one may still be disappearing. */
  const shown = new Map<string, { id: number; key: number }>();
  function update(): void {
    const wanted = notices.get();
    const covering = topicOverPage(wanted, roomIn(narrow.matches));
    // The list of notifications keeps what it was about.
    if (covering !== null) {
      dismiss(covering);
      return;
    }
    for (const [topic, { id }] of shown) {
      if (wanted.has(topic)) continue;
      shown.delete(topic);
      toast.dismiss(id);
    }
    for (const [topic, notice] of wanted) {
      const { id, key } = shown.get(topic) ?? { id: notice.key };
      if (key === notice.key) continue;
      shown.set(topic, { id, key: notice.key });
      const close = () => dismiss(topic, notice.key);
      // Each toast has a timer of its own, which stops for the pointer and the focus.
      const options = { id, duration: Number.POSITIVE_INFINITY, onDismiss: close };
      toast.custom(() => <Toast key={notice.key} notice={notice} onClose={close} />, options);
    }
  }
  update();
  return notices.subscribe(update);
}

function dismissUnreachable(): void {
  for (const [topic, { text, key }] of notices.get()) {
    if (text.includes(unreachableMessage())) dismiss(topic, key);
  }
}

/** Removes the toast that has the focus. */
function dismissOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
  event.target.closest('.toast')?.querySelector<HTMLElement>('.toast-close')?.click();
}
