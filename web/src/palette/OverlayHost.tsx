import { useSyncExternalStore } from 'react';
import { useLazyComponent } from '../ui/loading/useLazyComponent.ts';
import { closeOverlay, overlay } from './overlay.ts';

/** On every page: shows the command palette and the list of shortcuts, which are loaded when they open first. */
export function OverlayHost() {
  const open = useSyncExternalStore(overlay.subscribe, overlay.get);
  const CommandPalette = useLazyComponent(open === 'palette', loadPalette, closeOverlay);
  const ShortcutsDialog = useLazyComponent(open === 'shortcuts', loadShortcuts, closeOverlay);
  return (
    <>
      {CommandPalette && <CommandPalette isOpen={open === 'palette'} />}
      {ShortcutsDialog && <ShortcutsDialog isOpen={open === 'shortcuts'} />}
    </>
  );
}

async function loadPalette() {
  const { CommandPalette } = await import('./CommandPalette.tsx');
  return CommandPalette;
}

async function loadShortcuts() {
  const { ShortcutsDialog } = await import('./ShortcutsDialog.tsx');
  return ShortcutsDialog;
}
