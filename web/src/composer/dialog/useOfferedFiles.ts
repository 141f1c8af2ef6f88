import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Importable } from '../../importing/readFile.ts';
import { offeredFiles } from './openGenerationDialog.ts';

export type OfferedFiles = {
  /** The files to import; empty: none is attached. */
  files: readonly Importable[];
  /** Why some of the last files can't be used. */
  problems: readonly string[];
  /** Another one whenever files are offered. */
  batch: number;
  remove(files: readonly Importable[]): void;
};

const nothing = { files: [], problems: [], batch: 0 };

/**
 * The files that were dropped on the page, pasted or chosen.
 * @param onText Called with the text of a file that is an instruction.
 */
export function useOfferedFiles(onText: (text: string) => void): OfferedFiles {
  const offered = useSyncExternalStore(offeredFiles.subscribe, offeredFiles.get);
  const [state, setState] = useState<Omit<OfferedFiles, 'remove'>>(nothing);
  const take = useEffectEvent(async (taken: readonly File[]) => {
    const { readFiles } = await import('../../importing/readFile.ts');
    const { contents, problems } = await readFiles(taken);
    // Others were offered meanwhile.
    if (offeredFiles.get() !== taken) return;
    offeredFiles.set(null);
    for (const content of contents) if (content.kind === 'text') onText(content.text);
    const files = contents.filter((content) => content.kind !== 'text');
    setState(({ files: before, batch }) => ({
      files: contents.length === 0 ? before : files,
      problems,
      batch: batch + 1,
    }));
  });
  useEffect(() => {
    if (offered) void take(offered);
  }, [offered]);
  const remove = (gone: readonly Importable[]) =>
    setState(({ files, batch }) => ({
      files: files.filter((file) => !gone.includes(file)),
      problems: [],
      batch,
    }));
  return { ...state, remove };
}
