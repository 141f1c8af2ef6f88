import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '../language/language.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import './dialog.css';

type DialogProps = {
  /** Its heading, which names it for screen readers. */
  title: string;
  isOpen: boolean;
  /** Escape, a click outside or the button in the corner. */
  onClose(): void;
  children: ReactNode;
};

/**
 * A window over the page, and a sheet at the bottom on phones. It keeps the focus, which then returns to where it
 * was. The first field with `autoFocus` gets it when the dialog opens.
 */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const returnFocus = useFocusReturn(isOpen);
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay">
          <Radix.Content className="dialog" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
            <div className="dialog-head">
              <Radix.Title>{title}</Radix.Title>
              {/* Without a tooltip: while one is open, Escape closes it alone. */}
              <Radix.Close className="icon-button" aria-label={t('ui.close')}>
                <X aria-hidden />
              </Radix.Close>
            </div>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
