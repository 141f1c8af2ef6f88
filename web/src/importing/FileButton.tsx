import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';
import { acceptedFiles } from './acceptedFiles.ts';

/** A button that lets a person choose files to import. */
export function FileButton({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="quiet" onClick={() => field.current?.click()}>
        <FileUp aria-hidden /> {t('importing.import')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same files can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
