import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { unreachableMessage } from '../api/requestFailure.ts';
import { isTextField } from '../editing/keys.ts';
import { announce } from '../ui/notice.ts';
import { closeGenerationDialog, isGenerationOpen, openGenerationDialog } from './openGenerationDialog.ts';

/** On every page: opens the generation dialog, also with its key. The dialog is loaded when it opens first. */
export function GenerationDialogHost() {
  const isOpen = useSyncExternalStore(isGenerationOpen.subscribe, isGenerationOpen.get);
  const GenerationDialog = useGenerationDialog(isOpen);
  useEffect(() => {
    // Before the drawing, which keeps keys to itself.
    document.addEventListener('keydown', openOnKey, { capture: true });
    return () => document.removeEventListener('keydown', openOnKey, { capture: true });
  }, []);
  return GenerationDialog && <GenerationDialog isOpen={isOpen} />;
}

function useGenerationDialog(isNeeded: boolean): ComponentType<{ isOpen: boolean }> | null {
  const [loaded, setLoaded] = useState<ComponentType<{ isOpen: boolean }> | null>(null);
  useEffect(() => {
    if (!isNeeded || loaded) return;
    import('./GenerationDialog.tsx').then(
      ({ GenerationDialog }) => setLoaded(() => GenerationDialog),
      () => {
        closeGenerationDialog();
        announce({ text: unreachableMessage });
      },
    );
  }, [isNeeded, loaded]);
  return loaded;
}

/** The key that opens the dialog. */
export const generationKey = 'n';

function openOnKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  if (key.toLowerCase() !== generationKey || ctrlKey || metaKey || altKey || shiftKey || repeat) return;
  if (event.isComposing || isTextField(target) || isInOverlay(target)) return;
  event.preventDefault();
  event.stopPropagation();
  openGenerationDialog();
}

/** Letters choose an entry in a list or menu, and a dialog keeps its keys. */
function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('select, [role="dialog"], [role="menu"]') !== null;
}
