import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Importable } from '../importing/readFile.ts';
import { offeredFiles } from './openGenerationDialog.ts';

export type OfferedFile = {
  /** The file to import; null: none is attached. */
  file: Importable | null;
  /** Why the last file can't be used. */
  problem: string | null;
  remove(): void;
};

/**
 * The file that was dropped on the page, pasted or chosen.
 * @param onText Called with the text of a file that is an instruction.
 */
export function useOfferedFile(onText: (text: string) => void): OfferedFile {
  const offered = useSyncExternalStore(offeredFiles.subscribe, offeredFiles.get);
  const [file, setFile] = useState<Importable | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = useEffectEvent(async (files: readonly File[]) => {
    const { readFiles } = await import('../importing/readFile.ts');
    const result = await readFiles(files);
    // Another file was offered meanwhile.
    if (offeredFiles.get() !== files) return;
    offeredFiles.set(null);
    setProblem('problem' in result ? result.problem : null);
    if ('problem' in result) return;
    if (result.content.kind === 'text') onText(result.content.text);
    setFile(result.content.kind === 'text' ? null : result.content);
  });
  useEffect(() => {
    if (offered) void take(offered);
  }, [offered]);
  const remove = () => {
    setFile(null);
    setProblem(null);
  };
  return { file, problem, remove };
}
