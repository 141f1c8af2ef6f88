import type { Command } from '../ui/keyboard/commands.ts';

/** Commands by the heading above them, in the order in which the headings occur. */
export function groupCommands(commands: readonly Command[]): readonly [string, readonly Command[]][] {
  return [...Map.groupBy(commands, ({ group }) => group)];
}

/** Whether a command can be run, and has each word of a text in its title or group, ignoring case. */
export function isMatch({ title, group, run }: Command, text: string): boolean {
  const content = `${title} ${group}`.toLowerCase();
  return (
    run !== undefined &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => content.includes(word))
  );
}
