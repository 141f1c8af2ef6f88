import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { MenuItem } from '../controls/Menu.tsx';
import { t } from '../language/language.ts';
import type { ManageCanvas, NamedCanvas } from './useManageCanvas.ts';

/** Menu items for a whole canvas. `leaves`: the menu is on the page of the canvas. */
export function canvasMenu(
  canvas: NamedCanvas,
  manage: ManageCanvas,
  { leaves, onRename }: { leaves: boolean; onRename(): void },
): [rename: MenuItem, duplicate: MenuItem, remove: MenuItem] {
  return [
    { label: t('managing.rename'), icon: <Pencil aria-hidden />, onChoose: onRename },
    {
      label: t('managing.duplicate'),
      icon: <Copy aria-hidden />,
      onChoose: () => void manage.duplicate(canvas),
    },
    {
      label: t('managing.delete'),
      icon: <Trash2 aria-hidden />,
      danger: true,
      onChoose: () => void manage.remove(canvas, { leaves }),
    },
  ];
}
