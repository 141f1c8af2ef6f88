import type { Observable } from '../../api/observable.ts';
import { NUDGE_PAUSE } from '../editor/gestures.ts';
import { type EditEvent, editSession } from '../session/editSession.ts';
import type { ServerIds } from '../session/localIds.ts';
import type { CanvasCommand, CanvasRequest, VersionChange } from '../session/requests.ts';
import type { EditSession, SavedCanvas } from '../session/sessionState.ts';
import { sentRequest } from '../session/stepRequests.ts';

/** What became of a request that was sent. */
export type SaveOutcome =
  | {
      kind: 'saved';
      canvas: SavedCanvas;
      made: VersionChange | null;
      notices: readonly string[];
      /** Of an edit: the server's ids of the objects that it added, by the ids that they were sent with. */
      createdIds?: ServerIds;
    }
  /** `canvas`: as it is now, where the server has given it. */
  | { kind: 'rejected'; notice: string; canvas?: SavedCanvas }
  | { kind: 'failed' };

export type SendRequest = (request: CanvasRequest) => Promise<SaveOutcome>;

/** Wait after the last change before it is sent, in ms. */
const PAUSE = 600;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

export type Saver = {
  /** Sends the next step now. */
  flush(): void;
  /** Sends a command after everything that the person has done before it. It is not tried again. */
  command(command: CanvasCommand): Promise<SaveOutcome>;
  stop(): void;
};

/**
 * Sends what the person has done, one step at a time, until each has arrived. An edit is sent a moment after its last
 * change, or as soon as another step follows it; everything else at once.
 */
export function startSaving(session: Observable<EditSession>, send: SendRequest): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { waiting } = session.get();
  let retries = 0;
  const commands = new Map<CanvasCommand, (outcome: SaveOutcome) => void>();
  const dispatch = (event: EditEvent) => session.set(editSession(session.get(), event));

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (session.get().isUnderway) return;
    dispatch({ type: 'sent' });
    const request = sentRequest(session.get());
    if (request === null) return;
    await settle(request, await send(request));
  }

  async function settle(request: CanvasRequest, outcome: SaveOutcome): Promise<void> {
    const answer =
      'edit' in request || 'undoOf' in request || 'undoNext' in request ? undefined : commands.get(request);
    if (outcome.kind === 'failed' && !answer) {
      dispatch({ type: 'failed' });
      giveUpCommands();
      schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** retries));
      retries += 1;
      return;
    }
    retries = 0;
    for (const event of eventsOf(outcome, { isQuiet: answer !== undefined })) dispatch(event);
    if (answer) {
      commands.delete(request as CanvasCommand);
      answer(outcome);
    }
    next();
  }

  function eventsOf(outcome: SaveOutcome, { isQuiet }: { isQuiet: boolean }): EditEvent[] {
    if (outcome.kind === 'saved') {
      const { kind: _, ...answer } = outcome;
      return [{ type: 'saved', ...answer, notices: isQuiet ? [] : answer.notices }];
    }
    if (outcome.kind === 'failed') return [{ type: 'rejected', notice: null }];
    const { canvas, notice } = outcome;
    // It had arrived the first time.
    if (canvas && session.get().isRepeated) return [{ type: 'saved', canvas, made: null, notices: [] }];
    const rejected: EditEvent = { type: 'rejected', notice: isQuiet ? null : notice };
    return canvas ? [rejected, { type: 'read', canvas }] : [rejected];
  }

  /** Commands that wait for what can't be sent now are not done later, when nobody expects it any more. */
  function giveUpCommands(): void {
    const given = [...commands.values()];
    commands.clear();
    const { waiting: steps } = session.get();
    session.set({ ...session.get(), waiting: steps.filter(({ kind }) => kind !== 'command') });
    for (const answer of given) answer({ kind: 'failed' });
  }

  function next(): void {
    const [first, second] = session.get().waiting;
    if (second || (first && first.kind !== 'edit')) void flush();
    else if (first) schedule(first.isNudge ? NUDGE_PAUSE : PAUSE);
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  }

  const unsubscribe = session.subscribe(() => {
    const now = session.get();
    if (now.waiting === waiting) return;
    waiting = now.waiting;
    if (now.sending === null) next();
  });

  return {
    flush: () => void flush(),
    command(command) {
      const own = { ...command };
      const answer = new Promise<SaveOutcome>((resolve) => commands.set(own, resolve));
      dispatch({ type: 'commanded', command: own });
      void flush();
      return answer;
    },
    stop() {
      unsubscribe();
      void flush();
    },
  };
}
