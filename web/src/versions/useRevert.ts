import { useState } from 'react';
import { unreachableMessage } from '../api/requestFailure.ts';
import type { CanvasCommand } from '../editing/requests.ts';
import type { SaveOutcome } from '../editing/saver.ts';
import { announce, type Notice } from '../ui/notice.ts';

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

export function useRevert(send: SendCommand): Revert {
  const [isBusy, setIsBusy] = useState(false);

  async function run(command: CanvasCommand, done: string, next: 'Undo' | 'Redo'): Promise<void> {
    setIsBusy(true);
    const outcome = await send(command);
    setIsBusy(false);
    announce(noticeOf(outcome, done, next));
  }

  /** The result of a command, with the action that reverts it. */
  function noticeOf(outcome: SaveOutcome, done: string, next: 'Undo' | 'Redo'): Notice {
    if (outcome.kind === 'failed') return { text: unreachableMessage() };
    if (outcome.kind === 'rejected') return { text: outcome.notice };
    const text = outcome.notices.length > 0 ? [`${done}.`, ...outcome.notices].join(' ') : done;
    const { made } = outcome;
    if (!made) return { text };
    return { text, action: { label: next, run: () => void revert(made.number, next) } };
  }

  const revert = (version: number, step: 'Undo' | 'Redo') =>
    step === 'Undo'
      ? run({ undo: version }, 'Change undone', 'Redo')
      : run({ undo: version }, 'Change redone', 'Undo');

  return {
    isBusy,
    undoJob: (jobId) => run({ undoJob: jobId }, 'Change undone', 'Redo'),
    redo: (version) => revert(version, 'Redo'),
    restore: (version) => run({ restore: version }, `Version ${version} restored`, 'Undo'),
  };
}
