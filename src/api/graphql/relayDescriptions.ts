/** Descriptions of what all connections and nodes have. */
export const relayDescriptions = {
  nodeTypeOptions: { description: 'An object with a global id, which `node` finds.' },
  idFieldOptions: { description: 'Global id: opaque and stable.' },
  pageInfoTypeOptions: { description: 'Position of a page in its list.' },
  hasNextPageFieldOptions: { description: 'Whether there are more after this page.' },
  hasPreviousPageFieldOptions: { description: 'Whether there are more before this page.' },
  startCursorFieldOptions: { description: 'Cursor of the first item: pass it as `before`.' },
  endCursorFieldOptions: { description: 'Cursor of the last item: pass it as `after`.' },
  edgesFieldOptions: { nullable: false, description: 'The items of the page, with cursors.' },
  pageInfoFieldOptions: { description: 'Position of the page in the list.' },
  nodeFieldOptions: { nullable: false, description: 'The item.' },
  cursorFieldOptions: { description: 'Position in the list: pass it as `after` or `before`.' },
  firstArgOptions: {
    description:
      'Number of items from the start, or after `after`; at most 100, and 20 by default unless the field says otherwise.',
  },
  afterArgOptions: { description: 'Only items after this cursor.' },
  lastArgOptions: { description: 'Number of items from the end, or before `before`; at most 100.' },
  beforeArgOptions: { description: 'Only items before this cursor.' },
} as const;
