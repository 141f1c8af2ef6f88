import { type ReactNode, useState } from 'react';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { t } from '../../language/opsTexts.ts';

type ConfirmButtonProps = {
  label: string;
  isDanger?: boolean;
  disabled?: boolean;
  /** The question, and what the action will do. */
  title: string;
  children: ReactNode;
  /** What the button in the dialog does: a verb. */
  action: string;
  onConfirm(): void;
};

/** A button for an action that is confirmed in a dialog. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, isDanger = false, disabled = false, title, children, action, onConfirm } = props;
  const [isOpen, setOpen] = useState(false);
  const confirm = () => {
    setOpen(false);
    onConfirm();
  };
  return (
    <>
      <Button {...(isDanger && { look: 'danger' })} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{children}</p>
        <div className="confirm-buttons">
          <Button look={isDanger ? 'danger' : 'primary'} onClick={confirm}>
            {action}
          </Button>
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t('ops.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
