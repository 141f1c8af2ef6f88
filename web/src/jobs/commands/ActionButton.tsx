import type { LucideIcon } from 'lucide-react';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';

/** How the actions of a job are shown: with their names, or as icons alone. */
export type ActionLook = 'text' | 'icon';

type Props = { label: string; icon: LucideIcon; look: ActionLook; isBusy?: boolean; onClick(): void };

/** An action of a job. */
export function ActionButton({ label, icon: Icon, look, isBusy = false, onClick }: Props) {
  return look === 'icon' ? (
    <IconButton label={label} disabled={isBusy} onClick={onClick}>
      <Icon aria-hidden />
    </IconButton>
  ) : (
    <Button disabled={isBusy} onClick={onClick}>
      <Icon aria-hidden /> {label}
    </Button>
  );
}
