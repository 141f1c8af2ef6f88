import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { CanvasAtVersionDocument } from '../generated/graphql.ts';
import type { CanvasObject } from '../scene/object.ts';

/** The objects of an earlier version; null without a version, and until they are loaded. */
export function useVersionObjects(canvasId: string, number: number | null): readonly CanvasObject[] | null {
  const [{ data }] = useQuery({
    query: doc(CanvasAtVersionDocument),
    variables: { id: canvasId, number: number ?? 0 },
    pause: number === null,
    // A version never changes.
    requestPolicy: 'cache-first',
  });
  const version = data?.canvas?.versionAt;
  return number !== null && version?.number === number ? version.objects : null;
}
