import type { ComponentProps } from 'react';
import { Tooltip } from './Tooltip.tsx';

type IconButtonProps = ComponentProps<'button'> & { label: string };

/** A button with an icon alone. Its name is shown as a tooltip. */
export function IconButton({ label, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <UndescribedButton className="icon-button" aria-label={label} {...props} />
    </Tooltip>
  );
}

/** The tooltip repeats the name of the button, so it is not its description as well. */
function UndescribedButton({ 'aria-describedby': _, ...props }: ComponentProps<'button'>) {
  return <button type="button" {...props} />;
}
