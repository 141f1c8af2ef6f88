import { ArrowUp, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useId, useRef, useState } from 'react';
import { Button } from '../../controls/Button.tsx';
import { defaultOptions, type JobOptions } from '../../creating/submission.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { FileButton } from '../../importing/FileButton.tsx';
import { t } from '../../language/language.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { CharacterCount } from '../draft/CharacterCount.tsx';
import { Examples } from '../draft/Examples.tsx';
import { PendingJobs } from '../draft/PendingJobs.tsx';
import { RestoreText } from '../draft/RestoreText.tsx';
import { readDraft } from '../draft/storedDraft.ts';
import { type Draft, useDraft } from '../draft/useDraft.ts';
import { OptionFields } from './OptionFields.tsx';
import type { Proposal } from './openGenerationDialog.ts';
import { openGenerationDialog } from './openGenerationDialog.ts';

type GenerationFormProps = {
  /** What to start from; null: the person's own draft. It does not use results of the cache. */
  proposal: Proposal | null;
  /** The canvas to change; null for a new one. */
  canvasId: string | null;
  /** The objects that may change; empty: all. */
  selection: readonly string[];
  createsAnother: boolean;
  onCreateAnother(createsAnother: boolean): void;
  onCreated(job: JobDetailFragment): void;
  onProblem(problem: string): void;
};

/** The instruction, with its options. */
export function GenerationForm(props: GenerationFormProps) {
  const { proposal, canvasId, selection, createsAnother, onCreateAnother, onCreated, onProblem } = props;
  const drafts = proposal?.drafts ?? deviceStorage;
  // A submission that may have arrived is sent again as it was.
  const [options, setOptions] = useState<JobOptions>(() =>
    optionsOf(readDraft(drafts, canvasId).submission ?? proposal ?? defaultOptions),
  );
  const request = { canvasId, selection, ...options, useCache: proposal === null };
  const draft = useDraft(request, { onCreated, onProblem }, drafts);
  const field = useRef<HTMLTextAreaElement>(null);

  function start(example: string): void {
    draft.replace(example);
    field.current?.focus();
  }

  return (
    <form
      className="generation-form"
      onSubmit={(event) => sendOnSubmit(event, draft)}
      onKeyDown={(event) => sendOnControlEnter(event, draft)}
    >
      <InstructionField ref={field} draft={draft} isNew={canvasId === null} />
      {canvasId === null && proposal === null && <Examples onChoose={start} />}
      <OptionFields options={options} hasKind={canvasId === null} onChange={setOptions} />
      <div className="generation-foot">
        <label className="generation-another">
          <input
            type="checkbox"
            checked={createsAnother}
            onChange={({ target }) => onCreateAnother(target.checked)}
          />
          {t('composer.dialog.createAnother')}
        </label>
        <span className="generation-actions">
          <FileButton onFiles={openGenerationDialog} />
          <Button type="submit" look="primary" disabled={!draft.canSend || draft.isBusy}>
            {draft.isBusy ? <LoaderCircle className="spin" aria-hidden /> : <ArrowUp aria-hidden />}
            {canvasId === null ? t('composer.create') : t('composer.change')}
          </Button>
        </span>
      </div>
      <PendingJobs canvasId={canvasId} />
    </form>
  );
}

const optionsOf = ({ priority, kind }: JobOptions): JobOptions => ({ priority, kind });

type InstructionFieldProps = { ref: React.Ref<HTMLTextAreaElement>; draft: Draft; isNew: boolean };

function InstructionField({ ref, draft, isNew }: InstructionFieldProps) {
  const problemId = useId();
  const invalid = draft.problem !== null;
  return (
    <div>
      <div className="composer-box" data-invalid={invalid || undefined}>
        <textarea
          ref={ref}
          className="composer-field"
          aria-label={t('composer.instruction')}
          aria-invalid={invalid}
          aria-describedby={invalid ? problemId : undefined}
          placeholder={isNew ? t('composer.placeholderNew') : t('composer.placeholderChange')}
          rows={5}
          // biome-ignore lint/a11y/noAutofocus: the dialog opens to write in it
          autoFocus
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
        />
        <div className="composer-foot">
          <CharacterCount length={draft.length} hint={t('composer.sendKeys', { key: controlKey() })} />
        </div>
      </div>
      <p id={problemId} className="composer-problem" role="alert">
        {draft.problem}
      </p>
      <RestoreText draft={draft} />
    </div>
  );
}

/** The name of the key that goes with Enter. */
function controlKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : t('ui.keys.Mod');
}

function sendOnSubmit(event: SubmitEvent, draft: Draft): void {
  event.preventDefault();
  void draft.send();
}

/** Enter alone starts a new line here: instructions in the dialog are often lists. */
function sendOnControlEnter(event: KeyboardEvent, draft: Draft): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void draft.send();
}
