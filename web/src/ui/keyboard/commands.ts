import type { LucideIcon } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Something that a person can do here, from the command palette or by a shortcut. */
export type Command = {
  /** Verb first, as on a button. */
  title: string;
  /** Heading above it in the palette and in the list of shortcuts: a page, or a part of one. */
  group: string;
  icon?: LucideIcon;
  /** Its shortcut: `n`, `Mod+k` with Ctrl or Cmd, or `g j` for keys one after the other. */
  keys?: string;
  /** Whether another part of the page handles its keys. */
  isHandledElsewhere?: boolean;
  /** Left out for what can't be run from the palette: its keys are listed only. */
  run?(): void;
};

/** The latest commands of each mounted component. */
const registered = new Set<RefObject<readonly Command[]>>();

/** Adds commands to the palette and to the shortcuts while the component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useLayoutEffect(() => {
    registered.add(latest);
    return () => {
      registered.delete(latest);
    };
  }, []);
}

/** The commands of all mounted components, those of the page before those around it. */
export function currentCommands(): readonly Command[] {
  return [...registered].flatMap((commands) => commands.current);
}
