import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { VersionChangeDocument } from '../../generated/graphql.ts';
import type { EditEvent } from '../session/editSession.ts';
import type { EditSession } from '../session/sessionState.ts';
import { toVersionChange } from './toSavedCanvas.ts';

/** Reads what the next undo and redo revert, so that they can be shown at once. */
export function useVersionChange(
  canvasId: string,
  { saved, changesOf }: EditSession,
  dispatch: (event: EditEvent) => void,
): void {
  const number = [saved.undoable, saved.redoable].find((one) => one !== null && !changesOf.has(one)) ?? null;
  const [{ data }] = useQuery({
    query: doc(VersionChangeDocument),
    variables: { id: canvasId, number: number ?? 0 },
    pause: number === null,
    // A version never changes.
    requestPolicy: 'cache-first',
  });
  const version = data?.canvas?.versionAt;
  useEffect(() => {
    if (version && version.number === number) dispatch({ type: 'learned', change: toVersionChange(version) });
  }, [version, number, dispatch]);
}
