import { type OperationResult, useMutation } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/messages.ts';
import { announce, type Notice } from '../app/notice.ts';
import { refusalNotices } from '../editing/refusalNotices.ts';
import {
  type RefusedFieldsFragment,
  RestoreCanvasVersionDocument,
  UndoCanvasJobDocument,
  UndoCanvasVersionDocument,
} from '../generated/graphql.ts';

/** The ways back: each makes a new version, which can be taken back itself. */
export type TakeBack = {
  busy: boolean;
  undoJob(jobId: string): Promise<void>;
  /** `done` says what has come of it. */
  undoVersion(version: number, done: string): Promise<void>;
  restore(version: number): Promise<void>;
};

/** What a mutation that takes something back answers. */
type Answer =
  | { version: { number: number } | null; refused: readonly RefusedFieldsFragment[] }
  | { message: string };

export function useTakeBack(canvasId: string): TakeBack {
  const [undoingJob, undoJob] = useMutation(doc(UndoCanvasJobDocument));
  const [undoing, undo] = useMutation(doc(UndoCanvasVersionDocument));
  const [restoring, restore] = useMutation(doc(RestoreCanvasVersionDocument));

  async function undoVersion(version: number, done: string): Promise<void> {
    const result = await undo({ input: { canvasId, version } });
    announce(noticeOf(result, result.data?.undoCanvasVersion, done));
  }

  /** What has been done, with the way back from it. */
  function noticeOf({ error }: OperationResult, answer: Answer | undefined, done: string): Notice {
    if (!answer) return { text: error ? requestFailure(error) : 'Something went wrong.' };
    if ('message' in answer) return { text: answer.message };
    const text = [done, ...refusalNotices(answer.refused)].join(' ');
    const number = answer.version?.number;
    if (number === undefined) return { text };
    return { text, action: { label: 'Undo', run: () => void undoVersion(number, 'That was taken back.') } };
  }

  return {
    busy: undoingJob.fetching || undoing.fetching || restoring.fetching,
    async undoJob(jobId) {
      const result = await undoJob({ input: { jobId } });
      announce(noticeOf(result, result.data?.undoCanvasJob, 'What the job changed was taken back.'));
    },
    undoVersion,
    async restore(version) {
      const result = await restore({ input: { canvasId, version } });
      announce(
        noticeOf(result, result.data?.restoreCanvasVersion, `The canvas is as it was in version ${version}.`),
      );
    },
  };
}
