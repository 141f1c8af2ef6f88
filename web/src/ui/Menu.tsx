import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Why it is disabled. */
  unavailable?: string | null;
  onChoose(): void;
};

type MenuProps = { label: string; icon: ReactNode; text?: string; items: readonly MenuItem[] };

/** A button that opens a menu. Escape, a choice, or a click elsewhere closes it. */
export function Menu({ label, icon, text, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', close, { capture: true });
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close, { capture: true });
      removeEventListener('focusin', close);
    };
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles the keys of its buttons
    <div className="menu" ref={root} onKeyDown={(event) => onKey(event, open, close)}>
      <button
        ref={button}
        type="button"
        className={text ? 'button' : 'icon-button'}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {icon} {text}
      </button>
      {open && (
        <ul className="menu-list" id={id} aria-label={label}>
          {items.map((item) => (
            <Item key={item.label} item={item} onDone={close} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Item({ item, onDone }: { item: MenuItem; onDone(): void }) {
  const { label, icon, danger, unavailable, onChoose } = item;
  return (
    <li>
      <button
        type="button"
        className="menu-item"
        data-danger={danger || undefined}
        disabled={Boolean(unavailable)}
        onClick={() => {
          onDone();
          onChoose();
        }}
      >
        {icon}
        <span>
          {label}
          {unavailable && <span className="menu-reason">{unavailable}</span>}
        </span>
      </button>
    </li>
  );
}

/** Escape closes the menu; the arrow keys move between items. */
function onKey(event: KeyboardEvent<HTMLElement>, open: boolean, close: () => void): void {
  if (!open) return;
  if (event.key === 'Escape') {
    event.stopPropagation();
    close();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('.menu-item:enabled')] as Element[];
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
  const next = items.at((at + step + (at < 0 && step < 0 ? 1 : 0)) % items.length);
  if (next instanceof HTMLElement) next.focus();
}
