/** Words for what every connection and node has. */
export const relayDescriptions = {
  nodeTypeOptions: { description: 'Something with a global id, which `node` finds.' },
  idFieldOptions: { description: 'Global id: opaque, and the same for ever.' },
  pageInfoTypeOptions: { description: 'Where a page lies among the others.' },
  hasNextPageFieldOptions: { description: 'Whether more follow, when paging forwards.' },
  hasPreviousPageFieldOptions: { description: 'Whether more come before, when paging backwards.' },
  startCursorFieldOptions: { description: 'Cursor of the first on the page: pass it as `before`.' },
  endCursorFieldOptions: { description: 'Cursor of the last on the page: pass it as `after`.' },
  edgesFieldOptions: { nullable: false, description: 'What is on the page, with cursors.' },
  pageInfoFieldOptions: { description: 'Where the page lies among the others.' },
  nodeFieldOptions: { nullable: false, description: 'What is on the page.' },
  cursorFieldOptions: { description: 'Place in the list: pass it as `after` or `before`.' },
  firstArgOptions: { description: 'How many, from the beginning or after `after`; 100 at most.' },
  afterArgOptions: { description: 'Only those after this cursor.' },
  lastArgOptions: { description: 'How many, from the end or before `before`; 100 at most.' },
  beforeArgOptions: { description: 'Only those before this cursor.' },
} as const;
