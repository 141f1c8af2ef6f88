import { ArrowUp, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useId, useRef, useState } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { CharacterCount, MAX_CHARACTERS } from './CharacterCount.tsx';
import { EXAMPLES } from './examples.ts';
import { useCreateJob } from './useCreateJob.ts';
import './composer.css';

export type ComposerProps = {
  label: string;
  placeholder: string;
  /** The canvas to change; null for a new one. */
  canvasId: string | null;
  size: 'large' | 'small';
  /** Offers examples to start from. */
  examples?: boolean;
  onCreated(job: JobDetailFragment): void;
};

/** The box in which an instruction is typed and sent. The text stays until a job has been made of it. */
export function Composer({ label, placeholder, canvasId, size, examples, onCreated }: ComposerProps) {
  const { submit, busy, problem, clearProblem } = useCreateJob(canvasId);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const length = [...text.trim()].length;
  const sendable = length > 0 && length <= MAX_CHARACTERS;

  async function send(): Promise<void> {
    if (!sendable) return;
    const job = await submit(text.trim());
    if (!job) return;
    setText('');
    onCreated(job);
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void send();
  }

  function change(value: string): void {
    setText(value);
    clearProblem();
  }

  function start(example: string): void {
    change(example);
    field.current?.focus();
  }

  return (
    <form className={`composer composer-${size}`} onSubmit={onSubmit}>
      <div className="composer-box" data-invalid={problem !== null || undefined}>
        <textarea
          ref={field}
          className="composer-field"
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          placeholder={placeholder}
          rows={size === 'large' ? 3 : 1}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => sendOnEnter(event, send)}
        />
        <div className="composer-foot">
          <CharacterCount length={length} />
          <button className="composer-send" type="submit" disabled={!sendable || busy}>
            {busy ? <LoaderCircle className="spin" aria-hidden /> : <ArrowUp aria-hidden />}
            <span>{canvasId === null ? 'Create' : 'Change'}</span>
          </button>
        </div>
      </div>
      <p id={problemId} className="composer-problem" role="alert">
        {problem}
      </p>
      {examples && <Examples onChoose={(example) => start(example)} />}
    </form>
  );
}

/** Enter sends and Shift+Enter begins a line, except while an input method is composing a character. */
function sendOnEnter(event: KeyboardEvent, send: () => Promise<void>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  void send();
}

function Examples({ onChoose }: { onChoose(example: string): void }) {
  return (
    <ul className="composer-examples" aria-label="Examples">
      {EXAMPLES.map(({ name, instruction }) => (
        <li key={name}>
          <button type="button" className="chip" title={instruction} onClick={() => onChoose(instruction)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
