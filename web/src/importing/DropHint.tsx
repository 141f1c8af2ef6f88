import { FileUp } from 'lucide-react';
import { t } from '../language/language.ts';
import './importing.css';

/** Covers the page while a file is held over it. */
export function DropHint() {
  return (
    <div className="drop-hint">
      <p>
        <FileUp aria-hidden /> {t('importing.drop')}
      </p>
    </div>
  );
}
