import { useSyncExternalStore } from 'react';
import { useLazyComponent } from '../ui/useLazyComponent.ts';
import { closeGenerationDialog, isGenerationOpen } from './openGenerationDialog.ts';

/** On every page: shows the generation dialog, which is loaded when it opens first. */
export function GenerationDialogHost() {
  const isOpen = useSyncExternalStore(isGenerationOpen.subscribe, isGenerationOpen.get);
  const GenerationDialog = useLazyComponent(isOpen, loadDialog, closeGenerationDialog);
  return GenerationDialog && <GenerationDialog isOpen={isOpen} />;
}

async function loadDialog() {
  const { GenerationDialog } = await import('./GenerationDialog.tsx');
  return GenerationDialog;
}
