import { useState } from 'react';
import { UNREACHABLE } from '../api/messages.ts';
import { announce, type Notice } from '../app/notice.ts';
import type { CanvasCommand } from '../editing/requests.ts';
import type { SaveOutcome } from '../editing/saver.ts';

/** Sends a command to the canvas when everything that the person has done before it is saved. */
export type SendCommand = (command: CanvasCommand) => Promise<SaveOutcome>;

/** The ways back: each makes a new version, which can be undone itself. */
export type Revert = {
  busy: boolean;
  undoJob(jobId: string): Promise<void>;
  /** Redoes what this version undid. */
  redo(version: number): Promise<void>;
  restore(version: number): Promise<void>;
};

export function useRevert(send: SendCommand): Revert {
  const [busy, setBusy] = useState(false);

  async function run(command: CanvasCommand, done: string, next: 'Undo' | 'Redo'): Promise<void> {
    setBusy(true);
    const outcome = await send(command);
    setBusy(false);
    announce(noticeOf(outcome, done, next));
  }

  /** What has been done, with the way back from it. */
  function noticeOf(outcome: SaveOutcome, done: string, next: 'Undo' | 'Redo'): Notice {
    if (outcome.kind === 'failed') return { text: UNREACHABLE };
    if (outcome.kind === 'refused') return { text: outcome.notice };
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
    busy,
    undoJob: (jobId) => run({ undoJob: jobId }, 'Change undone', 'Redo'),
    redo: (version) => revert(version, 'Redo'),
    restore: (version) => run({ restore: version }, `Version ${version} restored`, 'Undo'),
  };
}
