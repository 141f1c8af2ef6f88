import { useEffect, useRef, useState } from 'react';

/** How long an object counts as new, in ms. */
const NEW_FOR = 1_500;

const NONE: ReadonlySet<string> = new Set();

/** The ids that were added last, for a short time; none of those that are there from the beginning. */
export function useNewest(ids: ReadonlySet<string>): ReadonlySet<string> {
  const [newest, setNewest] = useState(NONE);
  const known = useRef(ids);
  useEffect(() => {
    const added = [...ids].filter((id) => !known.current.has(id));
    known.current = ids;
    if (added.length > 0) setNewest(new Set(added));
  }, [ids]);
  useEffect(() => {
    if (newest.size === 0) return;
    const timer = setTimeout(() => setNewest(NONE), NEW_FOR);
    return () => clearTimeout(timer);
  }, [newest]);
  return newest;
}
