import { useSyncExternalStore } from 'react';
import { DropHint } from '../../importing/DropHint.tsx';
import { useFileDrop } from '../../importing/useFileDrop.ts';
import { useLazyComponent } from '../../ui/loading/useLazyComponent.ts';
import { closeGenerationDialog, isGenerationOpen, openGenerationDialog } from './openGenerationDialog.ts';

/** On every page: shows the generation dialog, also for a file that is dropped. It is loaded when it opens first. */
export function GenerationDialogHost() {
  const isOpen = useSyncExternalStore(isGenerationOpen.subscribe, isGenerationOpen.get);
  const GenerationDialog = useLazyComponent(isOpen, loadDialog, closeGenerationDialog);
  const isFileOver = useFileDrop(openGenerationDialog);
  return (
    <>
      {GenerationDialog && <GenerationDialog isOpen={isOpen} />}
      {isFileOver && <DropHint />}
    </>
  );
}

async function loadDialog() {
  const { GenerationDialog } = await import('./GenerationDialog.tsx');
  return GenerationDialog;
}
