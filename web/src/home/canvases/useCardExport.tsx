import { Download } from 'lucide-react';
import { useClient } from 'urql';
import type { SubMenu } from '../../controls/Menu.tsx';
import { extensions, type FileFormat, fileFormats, unavailableReason } from '../../exporting/formats.ts';
import type { CanvasCardFieldsFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { announce } from '../../ui/messages/notice.ts';
import { useTheme } from '../../ui/theme.ts';

/** The menu that saves a canvas of the list as a file, in the formats of its page. */
export function useCardExport({ id, objects }: CanvasCardFieldsFragment): SubMenu {
  const client = useClient();
  const theme = useTheme();

  async function save(format: FileFormat): Promise<void> {
    try {
      const { saveCanvas } = await import('../../exporting/saveCanvas.ts');
      await saveCanvas(client, id, { format, extension: extensions[format] }, theme);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : '';
      announce({ text: t('exporting.failed', { reason }), isFailure: true });
    }
  }

  return {
    label: t('exporting.export'),
    icon: <Download aria-hidden />,
    items: fileFormats.map((format) => ({
      label: t(`exporting.file.${format}`),
      unavailable: unavailableReason(format, objects),
      onChoose: () => void save(format),
    })),
  };
}
