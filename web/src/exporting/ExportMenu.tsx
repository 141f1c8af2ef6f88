import { Download } from 'lucide-react';
import { useClient } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/requestFailure.ts';
import { Menu, type MenuItem } from '../controls/Menu.tsx';
import { type CanvasExportFormat, ExportCanvasDocument } from '../generated/graphql.ts';
import type { CanvasObject } from '../scene/object.ts';
import { announce } from '../ui/notice.ts';
import { useTheme } from '../ui/theme.ts';
import { download, fileName } from './download.ts';

type ExportMenuProps = { canvas: { id: string; title: string }; objects: readonly CanvasObject[] };

/** Exports the canvas as an image, a file or text. */
export function ExportMenu({ canvas, objects }: ExportMenuProps) {
  const theme = useTheme();
  const readExport = useExport(canvas.id);
  const name = (extension: string) => fileName(canvas.title, extension);

  async function downloadExport(format: CanvasExportFormat, extension: string): Promise<void> {
    const { content, mediaType } = await readExport(format);
    download(new Blob([content], { type: mediaType }), name(extension));
  }

  /** Loaded when needed: it depends on the editor, which is large. */
  const importRenderers = () => import('./renderImages.ts');
  const actions: Record<string, () => Promise<void>> = {
    'PNG image': async () => download(await (await importRenderers()).renderPng(objects, theme), name('png')),
    'SVG image': async () => download(await (await importRenderers()).renderSvg(objects, theme), name('svg')),
    'Excalidraw file': async () =>
      download(await (await importRenderers()).createExcalidrawFile(objects), name('excalidraw')),
    'JSON file': () => downloadExport('JSON', 'json'),
    'Mermaid file': () => downloadExport('MERMAID', 'mmd'),
    'Copy as Mermaid': async () => {
      const { content } = await readExport('MERMAID');
      await navigator.clipboard.writeText(content);
      announce({ text: 'Copied to the clipboard' });
    },
  };
  const items = Object.entries(actions).map(
    ([label, run]): MenuItem => ({
      label,
      unavailable: unavailableReason(label, objects),
      onChoose: () => void run().catch(announceFailure),
    }),
  );
  return <Menu label="Export" text="Export" icon={<Download aria-hidden />} items={items} />;
}

/** Why an export is not available; null if it is. */
function unavailableReason(label: string, objects: readonly CanvasObject[]): string | null {
  if (objects.length === 0) return 'The canvas is empty';
  const hasArrows = objects.some(({ __typename }) => __typename === 'Connector');
  return label.includes('Mermaid') && !hasArrows ? 'Needs at least one arrow' : null;
}

function announceFailure(cause: unknown): void {
  announce({ text: `Export failed. ${cause instanceof Error ? cause.message : ''}` });
}

/** Exports that the server creates. */
function useExport(canvasId: string) {
  const client = useClient();
  return async (format: CanvasExportFormat) => {
    const { data, error } = await client
      .query(doc(ExportCanvasDocument), { id: canvasId, format }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data?.canvas) throw new Error(error ? requestFailure(error) : 'This canvas no longer exists.');
    return data.canvas.export;
  };
}
