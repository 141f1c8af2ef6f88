type Page<Event> = {
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  edges: readonly { node: Event }[];
};

/** All events of a log, page by page. */
export async function readRawLog<Event>(
  readPage: (after: string | null) => Promise<Page<Event>>,
): Promise<Event[]> {
  const events: Event[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo }: Page<Event> = await readPage(after);
    events.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage || edges.length === 0) return events;
    after = pageInfo.endCursor;
  }
}
