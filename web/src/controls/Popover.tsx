import { type ComponentType, cloneElement, useState } from 'react';
import type { PopoverProps } from './OpenPopover.tsx';

let loaded: ComponentType<PopoverProps> | null = null;

async function load(): Promise<ComponentType<PopoverProps>> {
  const { OpenPopover } = await import('./OpenPopover.tsx');
  loaded = OpenPopover;
  return OpenPopover;
}

/**
 * A small window at its trigger. Escape and clicks outside close it, and the focus returns to the trigger. Its code is
 * loaded when the first one opens.
 */
export function Popover(props: PopoverProps) {
  const { trigger, onOpenChange } = props;
  const [Used, setUsed] = useState<ComponentType<PopoverProps> | null>(null);
  if (Used) return <Used {...props} />;

  async function open(): Promise<void> {
    const Loaded = loaded ?? (await load().catch(() => null));
    // Without a connection, the next click tries again.
    if (!Loaded) return;
    setUsed(() => Loaded);
    onOpenChange?.(true);
  }
  return cloneElement(trigger, {
    onClick: () => void open(),
    onPointerEnter: () => void load().catch(() => undefined),
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  });
}
