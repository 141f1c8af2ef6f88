import type { ComponentProps } from 'react';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & { look?: 'primary' | 'danger' | 'quiet' };

/** A button with a text. */
export function Button({ look, ...props }: ButtonProps) {
  return <button type="button" className={look ? `button button-${look}` : 'button'} {...props} />;
}
