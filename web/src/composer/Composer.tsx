import { ArrowUp, LoaderCircle, PenLine } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useId, useRef, useState } from 'react';
import { useFocusOnNewCanvas } from '../creating/newCanvas.ts';
import { defaultOptions } from '../creating/submission.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { FileButton } from '../importing/FileButton.tsx';
import { t } from '../language/language.ts';
import { type Command, useCommands } from '../ui/keyboard/commands.ts';
import { isComposing } from '../ui/keyboard/isComposing.ts';
import { useCanvasTarget } from './dialog/canvasTarget.ts';
import { openGenerationDialog } from './dialog/openGenerationDialog.ts';
import { CharacterCount } from './draft/CharacterCount.tsx';
import { Examples } from './draft/Examples.tsx';
import { PendingJobs } from './draft/PendingJobs.tsx';
import { RestoreText } from './draft/RestoreText.tsx';
import { type Draft, useDraft } from './draft/useDraft.ts';
import { OnlySelection } from './OnlySelection.tsx';
import { refersToSelection } from './refersToSelection.ts';
import './draft/composer.css';

export type ComposerProps = {
  label: string;
  placeholder: string;
  /** The canvas to change; null for a new one. */
  canvasId: string | null;
  size: 'large' | 'small';
  /** Objects that the change can be limited to. */
  selection?: readonly string[];
  /** Whether to show examples. */
  examples?: boolean;
  onCreated(job: JobDetailFragment): void;
};

/** The field for instructions. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, canvasId, size, examples, onCreated, selection = [] } = props;
  // Null: the instruction decides.
  const [choice, setChoice] = useState<boolean | null>(null);
  const selectionFor = (text: string) => ((choice ?? refersToSelection(text)) ? selection : []);
  const draft = useDraft({ ...defaultOptions, canvasId, selection: selectionFor }, { onCreated });
  const isReferring = refersToSelection(draft.text);
  useCanvasTarget(canvasId, selection, onCreated);
  const field = useRef<HTMLTextAreaElement>(null);
  useCommands([instructCommand(canvasId, () => field.current?.focus())]);
  useFocusOnNewCanvas(field, canvasId);
  const problemId = useId();
  const invalid = draft.problem !== null;

  function start(instruction: string): void {
    draft.replace(instruction);
    field.current?.focus();
  }

  return (
    <form className={`composer composer-${size}`} onSubmit={(event) => sendOnSubmit(event, draft)}>
      <div className="composer-box" data-invalid={invalid || undefined}>
        <textarea
          ref={field}
          className="composer-field"
          aria-label={label}
          aria-invalid={invalid}
          aria-describedby={invalid ? problemId : undefined}
          placeholder={placeholder}
          rows={size === 'large' ? 3 : 1}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={(event) => sendOnEnter(event, draft)}
        />
        <OnlySelection
          count={selection.length}
          isChosen={choice ?? isReferring}
          onChoose={(isChosen) => setChoice(isChosen === isReferring ? null : isChosen)}
        />
        <ComposerFoot
          draft={draft}
          isLarge={size === 'large'}
          action={canvasId === null ? t('composer.create') : t('composer.change')}
        />
      </div>
      <p id={problemId} className="composer-problem" role="alert">
        {draft.problem}
      </p>
      <RestoreText draft={draft} />
      <PendingJobs canvasId={canvasId} />
      {examples && <Examples onChoose={start} />}
    </form>
  );
}

/** The command that moves the focus to the field, also from the drawing. */
function instructCommand(canvasId: string | null, run: () => void): Command {
  const group = t(canvasId === null ? 'palette.groups.actions' : 'palette.groups.canvas');
  return { group, title: t('palette.commands.instruct'), icon: PenLine, keys: '/', run };
}

type FootProps = { draft: Draft; isLarge: boolean; action: string };

function ComposerFoot({ draft, isLarge, action }: FootProps) {
  return (
    <div className="composer-foot">
      <CharacterCount length={draft.length} hint={t('composer.newLineKeys')} />
      <span className="composer-actions">
        {isLarge && <FileButton onFiles={openGenerationDialog} />}
        <button className="composer-send" type="submit" disabled={!draft.canSend || draft.isBusy}>
          {draft.isBusy ? <LoaderCircle className="spin" aria-hidden /> : <ArrowUp aria-hidden />}
          <span>{action}</span>
        </button>
      </span>
    </div>
  );
}

function sendOnSubmit(event: SubmitEvent, draft: Draft): void {
  event.preventDefault();
  void draft.send();
}

/** Enter sends and Shift+Enter starts a new line, except while an input method composes a character. */
function sendOnEnter(event: KeyboardEvent, draft: Draft): void {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  void draft.send();
}
