import { randomUUID } from 'node:crypto';
import { diffObjects } from '../../../src/canvas/model/changes/changeSet.ts';
import { observable } from '../../../web/src/api/observable.ts';
import { mutationOf, outcomeIn } from '../../../web/src/editing/saving/canvasMutations.ts';
import { type SaveOutcome, startSaving } from '../../../web/src/editing/saving/saver.ts';
import { sendInOrder } from '../../../web/src/editing/saving/sendDrafts.ts';
import { toSavedCanvas } from '../../../web/src/editing/saving/toSavedCanvas.ts';
import { type EditEvent, editSession } from '../../../web/src/editing/session/editSession.ts';
import type { CanvasCommand, CanvasRequest, Direction } from '../../../web/src/editing/session/requests.ts';
import {
  beginSession,
  type SavedCanvas,
  saveState,
  shownObjects,
} from '../../../web/src/editing/session/sessionState.ts';
import { outstandingRequests } from '../../../web/src/editing/session/stepRequests.ts';
import { CanvasDocument } from '../../../web/src/generated/graphql.ts';
import type { CanvasObject } from '../../../web/src/scene/object.ts';
import type { Client } from '../system.ts';

/** The page of a canvas as far as it edits, undoes and saves, without a browser; the server is a real one. */
export type PageSession = {
  /** What the page shows. */
  shown(): readonly CanvasObject[];
  notices(): readonly string[];
  /** The person turns what is shown into this, in one gesture. */
  edit(objects: readonly CanvasObject[]): void;
  revert(direction: Direction): void;
  command(command: CanvasCommand): Promise<SaveOutcome>;
  /** The page learns of the canvas as it is. */
  read(): Promise<void>;
  /** Waits until everything is saved. */
  settle(): Promise<void>;
  /** Leaves the page. Gives what it keeps in the browser for the next one. */
  leave(): Promise<CanvasRequest[]>;
};

/** Opens a canvas, with what an earlier page has left. */
export async function openPage(
  client: Client,
  canvasId: string,
  left: readonly CanvasRequest[] = [],
): Promise<PageSession> {
  let underway: Promise<unknown> = Promise.resolve();
  const send = (request: CanvasRequest): Promise<SaveOutcome> => {
    const outcome = sendRequest(client, canvasId, request);
    underway = outcome;
    return outcome;
  };
  const store = observable(beginSession(await readSaved(client, canvasId)));
  const dispatch = (event: EditEvent) => store.set(editSession(store.get(), event));
  const saver = startSaving(store, send);
  let gesture = 0;
  const page: PageSession = {
    shown: () => shownObjects(store.get()),
    notices: () => store.get().notices,
    edit(objects) {
      gesture += 1;
      const changes = diffObjects(page.shown(), objects);
      dispatch({ type: 'edited', changes, gesture, newId: randomUUID });
    },
    revert: (direction) => dispatch({ type: 'reverted', direction }),
    command: (command) => saver.command(command),
    async read() {
      dispatch({ type: 'read', canvas: await readSaved(client, canvasId) });
    },
    settle: () =>
      new Promise((resolve) => {
        const check = () => {
          if (saveState(store.get()) === 'saved') {
            unsubscribe();
            resolve();
          } else saver.flush();
        };
        const unsubscribe = store.subscribe(() => queueMicrotask(check));
        check();
      }),
    async leave() {
      const requests = JSON.parse(JSON.stringify(outstandingRequests(store.get())));
      // What is on its way arrives; its answer, and what the page would do then, do not.
      const answered = underway;
      store.set(beginSession(store.get().saved));
      await answered;
      return requests;
    },
  };
  await sendInOrder(left, send);
  await page.read();
  return page;
}

async function readSaved(client: Client, id: string): Promise<SavedCanvas> {
  const { data } = await client.send(CanvasDocument.toString(), { id });
  return toSavedCanvas(data.canvas);
}

async function sendRequest(client: Client, canvasId: string, request: CanvasRequest): Promise<SaveOutcome> {
  const { document, input } = mutationOf(canvasId, request);
  const { data, errors } = await client.send(document.toString(), { input });
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return outcomeIn(data);
}
