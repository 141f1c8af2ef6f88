import type { Observable } from '../api/observable.ts';
import { isEmpty } from './changes.ts';
import type { EditInput } from './editInput.ts';
import { type EditEvent, type EditSession, editSession, type SavedCanvas, sentEdit } from './editSession.ts';

/** What became of an edit that was sent. */
export type SaveOutcome =
  | { kind: 'saved'; canvas: SavedCanvas; notices: readonly string[] }
  | { kind: 'refused'; notice: string }
  | { kind: 'failed' };

export type SendEdit = (edit: EditInput) => Promise<SaveOutcome>;

/** Wait after the last change before it is sent, in ms. */
const PAUSE = 600;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

export type Saver = {
  /** Sends what there is now. */
  flush(): void;
  stop(): void;
};

/** Sends unsaved changes a moment after the last of them, one edit at a time, until each has arrived. */
export function startSaving(session: Observable<EditSession>, send: SendEdit): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = session.get().unsaved;
  let retries = 0;
  const dispatch = (event: EditEvent) => session.set(editSession(session.get(), event));

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (session.get().sending?.isUnderway) return;
    dispatch({ type: 'sent' });
    const edit = sentEdit(session.get());
    if (edit === null) return;
    const outcome = await send(edit);
    if (outcome.kind === 'failed') {
      dispatch({ type: 'failed' });
      schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** retries));
      retries += 1;
      return;
    }
    retries = 0;
    dispatch(
      outcome.kind === 'saved'
        ? { type: 'saved', canvas: outcome.canvas, notices: outcome.notices }
        : { type: 'refused', notice: outcome.notice },
    );
    // What has been done meanwhile has waited long enough.
    if (!isEmpty(session.get().unsaved)) schedule(PAUSE);
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  }

  const unsubscribe = session.subscribe(() => {
    const next = session.get();
    if (next.unsaved === unsaved) return;
    unsaved = next.unsaved;
    if (next.sending === null && !isEmpty(unsaved)) schedule(PAUSE);
  });

  return {
    flush: () => void flush(),
    stop() {
      unsubscribe();
      void flush();
    },
  };
}
