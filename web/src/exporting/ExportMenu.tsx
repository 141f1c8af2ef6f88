import { Copy, Download, FileDown } from 'lucide-react';
import { Menu, type MenuItem } from '../controls/Menu.tsx';
import { t } from '../language/language.ts';
import type { CanvasObject } from '../scene/object.ts';
import { type Command, useCommands } from '../ui/keyboard/commands.ts';
import { announce } from '../ui/messages/notice.ts';
import { type CopyFormat, fileFormats, unavailableReason } from './formats.ts';
import type { ExportedCanvas } from './renderFile.ts';
import { useExports } from './useExports.ts';

const copies: readonly CopyFormat[] = ['png', 'svg', 'mermaid', 'link'];

type ExportMenuProps = { canvas: ExportedCanvas; objects: readonly CanvasObject[] };

/** Saves the canvas as a file, or copies it to the clipboard. */
export function ExportMenu({ canvas, objects }: ExportMenuProps) {
  const { downloadAs, copyAs } = useExports(canvas, objects);
  const fileItems = fileFormats.map(
    (format): MenuItem => ({
      label: t(`exporting.file.${format}`),
      icon: <FileDown aria-hidden />,
      unavailable: unavailableReason(format, objects),
      onChoose: () => void downloadAs(format).catch(announceFailure),
    }),
  );
  const copyItems = copies.map(
    (format): MenuItem => ({
      label: t(`exporting.copy.${format}`),
      icon: <Copy aria-hidden />,
      unavailable: unavailableReason(format, objects),
      onChoose: () => void copyAs(format).then(announceCopied, announceFailure),
    }),
  );
  useCommands([
    ...commandsOf(fileItems, (file) => t('exporting.exportAs', { file })),
    ...commandsOf(copyItems, (title) => title),
  ]);
  const name = t('exporting.export');
  return (
    <Menu label={name} text={name} icon={<Download aria-hidden />} items={[...fileItems, ...copyItems]} />
  );
}

/** The items that are available, as commands of the palette. */
function commandsOf(items: readonly MenuItem[], titleOf: (label: string) => string): Command[] {
  return items
    .filter(({ unavailable }) => unavailable === null)
    .map(({ label, onChoose }) => ({
      group: t('palette.groups.canvas'),
      title: titleOf(label),
      icon: Download,
      run: onChoose,
    }));
}

const announceCopied = (): void => announce({ text: t('exporting.copied') });

function announceFailure(cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : '';
  announce({ text: t('exporting.failed', { reason }), isFailure: true });
}
