import { Tooltip as Radix } from 'radix-ui';
import type { FocusEvent, ReactNode } from 'react';

/** Delay in ms before a tooltip opens under a resting pointer. */
const openDelay = 400;

/** Around all tooltips: after one was shown, the next one opens without a delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={openDelay}>{children}</Radix.Provider>;
}

type TooltipProps = {
  text: string;
  /** The control: one element that takes a ref and can have the focus. */
  children: ReactNode;
};

/** A short text beside a control, shown while it has the pointer or the keyboard focus. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild onFocus={ignorePointerFocus}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" side="bottom" sideOffset={6} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A control also gets the focus back when its menu closes after a click, which must not open its tooltip. */
function ignorePointerFocus(event: FocusEvent): void {
  if (!event.target.matches(':focus-visible')) event.preventDefault();
}
