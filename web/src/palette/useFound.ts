import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { useRequestFailure } from '../api/errors/requestFailure.ts';
import { PaletteDocument, type PaletteQuery } from '../generated/graphql.ts';

/** Time in ms after the last key before the server is asked. */
const typingPause = 150;

export type FoundCanvas = NonNullable<PaletteQuery['canvases']>['edges'][number]['node'];
export type FoundJob = NonNullable<PaletteQuery['jobs']>['edges'][number]['node'];

/** Canvases and jobs with a text in their title or instruction; without a text, the canvases changed last. */
export type Found = {
  canvases: readonly FoundCanvas[];
  jobs: readonly FoundJob[];
  /** Whether the canvases are those changed last. */
  isRecent: boolean;
  /** Until the server has answered; what matches of the answer before is listed meanwhile. */
  isSearching: boolean;
  problem: string | null;
};

/** Searches on the server once nothing was typed for a moment. */
export function useFound(text: string): Found {
  const settled = useSettled(text);
  const filter = settled === '' ? null : { text: settled };
  const [{ data, fetching, error }] = useQuery({
    query: doc(PaletteDocument),
    variables: { canvasFilter: filter, jobFilter: filter, hasText: filter !== null },
  });
  const isSearching = settled !== text || fetching;
  const matches = (content: string) => !isSearching || content.toLowerCase().includes(text.toLowerCase());
  return {
    canvases: nodesOf(data?.canvases).filter(({ title }) => matches(title)),
    jobs: nodesOf(data?.jobs).filter(({ instruction }) => matches(instruction)),
    isRecent: filter === null,
    isSearching,
    problem: useRequestFailure(error),
  };
}

function nodesOf<Node>(connection: { edges: readonly { node: Node }[] } | null | undefined): readonly Node[] {
  return connection?.edges.map(({ node }) => node) ?? [];
}

/** A text as it is once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
