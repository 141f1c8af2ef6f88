import { useState } from 'react';
import { unreachableMessage } from '../api/errors/requestFailure.ts';
import type { SaveOutcome } from '../editing/saving/saver.ts';
import type { CanvasCommand } from '../editing/session/requests.ts';
import { t } from '../language/language.ts';
import { announce, type Notice } from '../ui/messages/notice.ts';

/** Sends a command after all earlier changes are saved. */
export type SendCommand = (command: CanvasCommand) => Promise<SaveOutcome>;

/** Each action makes a new version, which can be undone. */
export type Revert = {
  isBusy: boolean;
  undoJob(jobId: string): Promise<void>;
  /** Reverts a version that is itself an undo. */
  redo(version: number): Promise<void>;
  restore(version: number): Promise<void>;
};

type Step = 'undo' | 'redo';

export function useRevert(send: SendCommand): Revert {
  const [isBusy, setIsBusy] = useState(false);

  async function run(command: CanvasCommand, done: string, next: Step): Promise<void> {
    setIsBusy(true);
    const outcome = await send(command);
    setIsBusy(false);
    announce(noticeOf(outcome, done, next));
  }

  /** The result of a command, with the action that reverts it. */
  function noticeOf(outcome: SaveOutcome, done: string, next: Step): Notice {
    if (outcome.kind === 'failed') return { text: unreachableMessage() };
    if (outcome.kind === 'rejected') return { text: outcome.notice };
    const text = outcome.notices.length > 0 ? [`${done}.`, ...outcome.notices].join(' ') : done;
    const { made } = outcome;
    if (!made) return { text };
    return { text, action: { label: t(`editing.${next}`), run: () => void revert(made.number, next) } };
  }

  const revert = (version: number, step: Step) =>
    step === 'undo'
      ? run({ undo: version }, t('versions.changeUndone'), 'redo')
      : run({ undo: version }, t('versions.changeRedone'), 'undo');

  return {
    isBusy,
    undoJob: (jobId) => run({ undoJob: jobId }, t('versions.changeUndone'), 'redo'),
    redo: (version) => revert(version, 'redo'),
    restore: (version) => run({ restore: version }, t('versions.wasRestored', { number: version }), 'undo'),
  };
}
