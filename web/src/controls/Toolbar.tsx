import { Toolbar as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { IconButton } from './IconButton.tsx';

/** A row of controls with one tab stop; the arrow keys move between its buttons. */
export function Toolbar({ label, ...props }: ComponentProps<typeof Radix.Root> & { label: string }) {
  return <Radix.Root aria-label={label} {...props} />;
}

/** A button of a toolbar with an icon alone. */
export function ToolbarIconButton(props: ComponentProps<typeof IconButton>) {
  return (
    <Radix.Button asChild>
      <IconButton {...props} />
    </Radix.Button>
  );
}

/** A button of a toolbar with other content. */
export const ToolbarButton = Radix.Button;
