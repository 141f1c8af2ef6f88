import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { CanvasAtVersionDocument } from '../../generated/graphql.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { type Comparison, compareVersions } from './compareVersions.ts';

export type ViewedVersion = {
  /** Its number; null: the latest version is shown. */
  number: number | null;
  view(number: number | null): void;
  /** What is drawn; null without an earlier version, and until it is loaded. */
  objects: readonly CanvasObject[] | null;
  /** Its differences to the latest version, while they are shown. */
  comparison: Comparison | null;
  compare(compares: boolean): void;
};

/** The earlier version that a page shows, alone or compared with the latest one. */
export function useViewedVersion(
  canvasId: string,
  latest: readonly CanvasObject[] | undefined,
): ViewedVersion {
  const [number, view] = useState<number | null>(null);
  const [compares, compare] = useState(false);
  const [{ data }] = useQuery({
    query: doc(CanvasAtVersionDocument),
    variables: { id: canvasId, number: number ?? 0 },
    pause: number === null,
    // A version never changes.
    requestPolicy: 'cache-first',
  });
  const version = data?.canvas?.versionAt;
  const earlier = number !== null && version?.number === number ? version.objects : null;
  const comparison = useMemo(
    () => (compares && earlier && latest ? compareVersions(earlier, latest) : null),
    [compares, earlier, latest],
  );
  return { number, view, objects: comparison?.objects ?? earlier, comparison, compare };
}
