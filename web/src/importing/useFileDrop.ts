import { useEffect, useEffectEvent, useState } from 'react';
import { isTextField } from '../ui/keyboard/isTextField.ts';
import { isMermaid } from './isMermaid.ts';

/**
 * Receives files that are dropped or pasted anywhere on the page, before the drawing, which would take them for
 * itself. Pasted text goes to the field that has the focus, also if an image of it comes with it. Pasted elsewhere, the
 * source of a Mermaid diagram is a file.
 * @returns Whether a file is held over the page.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const receive = useEffectEvent(onFiles);
  useEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      take(event);
      setIsOver(true);
    };
    document.addEventListener('dragenter', over, options);
    document.addEventListener('dragover', over, options);
    document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? setIsOver(false), options);
    document.addEventListener(
      'drop',
      (event) => {
        setIsOver(false);
        if (!hasFiles(event.dataTransfer)) return;
        take(event);
        receive([...(event.dataTransfer?.files ?? [])]);
      },
      options,
    );
    document.addEventListener(
      'paste',
      (event) => {
        const files = pastedFiles(event);
        if (files.length === 0) return;
        take(event);
        receive(files);
      },
      options,
    );
    return () => stop.abort();
  }, []);
  return isOver;
}

function pastedFiles({ clipboardData, target }: ClipboardEvent): File[] {
  if (!clipboardData?.types.includes('text/plain')) return [...(clipboardData?.files ?? [])];
  const text = isTextField(target) ? '' : clipboardData.getData('text/plain');
  return isMermaid(text) ? [new File([text], 'Mermaid.mmd')] : [];
}

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
