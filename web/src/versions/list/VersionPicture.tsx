import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { VersionPictureDocument } from '../../generated/graphql.ts';
import { CanvasThumbnail } from '../../scene/CanvasThumbnail.tsx';
import { useSeen } from './useSeen.ts';

/** A small picture of a version, loaded when it comes into view. */
export function VersionPicture({ canvasId, number }: { canvasId: string; number: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  useSeen(place, () => setIsSeen(true));
  const [{ data }] = useQuery({
    query: doc(VersionPictureDocument),
    variables: { id: canvasId, number },
    pause: !isSeen,
    // A version never changes.
    requestPolicy: 'cache-first',
  });
  return (
    <span ref={place} className="version-picture">
      <CanvasThumbnail objects={data?.canvas?.versionAt?.objects ?? []} />
    </span>
  );
}
