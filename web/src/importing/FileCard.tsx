import { FileText, X } from 'lucide-react';
import { IconButton } from '../controls/IconButton.tsx';
import { formatBytes } from '../language/formats.ts';
import { t } from '../language/language.ts';
import type { Importable } from './readFile.ts';
import './importing.css';

/** A file before it is imported: its name and size, what is lost, and a button that removes it. */
export function FileCard({ file, onRemove }: { file: Importable; onRemove(): void }) {
  return (
    <div className="file-card">
      <FileText aria-hidden />
      <div className="file-card-text">
        <p className="file-card-name">{file.name}</p>
        <p className="file-card-size figures">{formatBytes(file.size)}</p>
        {file.notes.length > 0 && (
          <ul className="file-card-notes">
            {file.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      <IconButton label={t('importing.remove', { name: file.name })} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
