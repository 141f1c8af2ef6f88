import { FileUp, LoaderCircle } from 'lucide-react';
import { Button } from '../../controls/Button.tsx';
import { FileCard } from '../../importing/FileCard.tsx';
import type { Importable } from '../../importing/readFile.ts';
import { type Imported, useImport } from '../../importing/useImport.ts';
import { t } from '../../language/language.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { type DraftStore, readDraft } from '../draft/storedDraft.ts';

/** A file with what its import has made. */
export type ImportedFile = { file: Importable; made: Imported };

type ImportFormProps = {
  files: readonly Importable[];
  /** Where the texts of the dialog are kept. */
  drafts: DraftStore;
  /** The canvas to add the files to; null: each becomes a new one. */
  canvasId: string | null;
  onRemove(file: Importable): void;
  /** Called once; `isAll`: whether none is left to import. */
  onImported(imported: readonly ImportedFile[], isAll: boolean): void;
  onProblem(problem: string): void;
};

/** Imports the files that are attached. */
export function ImportForm(props: ImportFormProps) {
  const { files, drafts, canvasId, onRemove, onImported, onProblem } = props;
  const { send, isBusy, problem } = useImport();
  const hasText = readDraft(drafts, canvasId).text !== '';

  async function submit(): Promise<void> {
    const imported: ImportedFile[] = [];
    for (const file of files) {
      // An exported canvas is always one of its own.
      const made = await send(file, file.kind === 'canvas' ? null : canvasId);
      if (made === null) return;
      if ('problem' in made) {
        onProblem(made.problem);
        break;
      }
      imported.push({ file, made });
    }
    onImported(imported, imported.length === files.length);
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names are not unique, and cards have no state
        <FileCard key={`${index} ${file.name}`} file={file} onRemove={() => onRemove(file)} />
      ))}
      <ErrorNote text={problem} />
      <div className="generation-foot">
        <span className="composer-hint">{hasText && t('composer.dialog.textIsKept')}</span>
        <Button type="submit" look="primary" disabled={isBusy} autoFocus>
          {isBusy ? <LoaderCircle className="spin" aria-hidden /> : <FileUp aria-hidden />}
          {files.length === 1 ? t('importing.import') : t('importing.importAll', { count: files.length })}
        </Button>
      </div>
    </form>
  );
}
