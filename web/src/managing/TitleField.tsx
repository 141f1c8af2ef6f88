import { type KeyboardEvent, useState } from 'react';
import { t } from '../language/language.ts';
import { isComposing } from '../ui/keyboard/isComposing.ts';
import { ErrorNote } from '../ui/messages/ErrorNote.tsx';
import { type NamedCanvas, useManageCanvas } from './useManageCanvas.ts';
import './managing.css';

/** The server's limit. */
const maxTitleLength = 200;

type TitleFieldProps = { canvas: NamedCanvas; onDone(): void };

/** Renames a canvas in place: Enter or losing the focus saves the title, Escape cancels. */
export function TitleField({ canvas, onDone }: TitleFieldProps) {
  const { rename } = useManageCanvas();
  const [title, setTitle] = useState(canvas.title);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function save(): Promise<void> {
    if (isBusy) return;
    if (title.trim() === canvas.title) return onDone();
    setIsBusy(true);
    const refusal = await rename(canvas, title);
    setIsBusy(false);
    setProblem(refusal);
    if (refusal === null) onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter') void save();
  }

  return (
    <div className="title-field">
      <input
        // biome-ignore lint/a11y/noAutofocus: the user has just chosen to rename
        autoFocus
        aria-label={t('managing.title')}
        aria-invalid={problem !== null}
        maxLength={maxTitleLength}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      <ErrorNote text={problem} />
    </div>
  );
}
