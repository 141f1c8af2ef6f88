import { FileUp, LoaderCircle } from 'lucide-react';
import { Button } from '../controls/Button.tsx';
import { FileCard } from '../importing/FileCard.tsx';
import type { Importable } from '../importing/readFile.ts';
import { type Imported, useImport } from '../importing/useImport.ts';
import { t } from '../language/language.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { type DraftStore, readDraft } from './storedDraft.ts';

type ImportFormProps = {
  file: Importable;
  /** Where the texts of the dialog are kept. */
  drafts: DraftStore;
  /** The canvas to add it to; null: a new one. */
  canvasId: string | null;
  onRemove(): void;
  onImported(imported: Imported): void;
  onProblem(problem: string): void;
};

/** Imports the file that is attached. */
export function ImportForm({ file, drafts, canvasId, onRemove, onImported, onProblem }: ImportFormProps) {
  const { send, isBusy, problem } = useImport(file);
  const hasText = readDraft(drafts, canvasId).text !== '';

  async function submit(): Promise<void> {
    const result = await send(canvasId);
    if (result === null) return;
    if ('problem' in result) onProblem(result.problem);
    else onImported(result);
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FileCard file={file} onRemove={onRemove} />
      <ErrorNote text={problem} />
      <div className="generation-foot">
        <span className="composer-hint">{hasText && t('composer.dialog.textIsKept')}</span>
        <Button type="submit" look="primary" disabled={isBusy} autoFocus>
          {isBusy ? <LoaderCircle className="spin" aria-hidden /> : <FileUp aria-hidden />}
          {t('importing.import')}
        </Button>
      </div>
    </form>
  );
}
