import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { MenuItem } from '../controls/Menu.tsx';
import type { ManageCanvas, NamedCanvas } from './useManageCanvas.ts';

/** Menu items for a whole canvas. `leaves`: the menu is on the page of the canvas. */
export function canvasMenu(
  canvas: NamedCanvas,
  manage: ManageCanvas,
  { leaves, onRename }: { leaves: boolean; onRename(): void },
): MenuItem[] {
  return [
    { label: 'Rename', icon: <Pencil aria-hidden />, onChoose: onRename },
    { label: 'Duplicate', icon: <Copy aria-hidden />, onChoose: () => void manage.duplicate(canvas) },
    {
      label: 'Delete',
      icon: <Trash2 aria-hidden />,
      danger: true,
      onChoose: () => void manage.remove(canvas, { leaves }),
    },
  ];
}
