import { Kind, type SelectionSetNode } from 'graphql';
import { type Exchange, makeOperation, mapExchange, type Operation } from 'urql';

/** The fields whose values a mutation changes beyond the objects in its result: lists, totals, state of the queue. */
const changedFields: Readonly<Record<string, readonly string[]>> = {
  createCanvasJob: ['jobs', 'canvases'],
  createCanvasJobs: ['jobs', 'canvases'],
  importDiagram: ['jobs', 'canvases'],
  tidyCanvas: ['jobs'],
  cancelJob: ['jobs'],
  cancelJobs: ['jobs'],
  retryJob: ['jobs'],
  retryJobs: ['jobs'],
  setJobPriority: ['jobs'],
  createCanvas: ['canvases'],
  renameCanvas: ['canvases'],
  duplicateCanvas: ['canvases'],
  deleteCanvas: ['canvases'],
  restoreCanvas: ['canvases'],
  pauseQueue: ['queueControl', 'queueHealth'],
  resumeQueue: ['queueControl', 'queueHealth'],
  invalidateCache: ['cacheStats'],
};

/**
 * After a mutation, repeats the queries in use that select a field that it changed. What they have read so far stays
 * on the page meanwhile. Queries that are not in use are repeated when they are used next.
 */
export const refreshLists: Exchange = (input) => {
  const inUse = new Map<number, Operation>();
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === 'query') inUse.set(operation.key, operation);
      if (operation.kind === 'teardown') inUse.delete(operation.key);
    },
    onResult({ operation, data }) {
      if (operation.kind !== 'mutation') return;
      const changed = Object.keys(data ?? {}).flatMap((field) => changedFields[field] ?? []);
      for (const query of inUse.values()) {
        if (selects(query, changed)) input.client.reexecuteOperation(readAgain(query));
      }
    },
  })(input);
};

function readAgain(query: Operation): Operation {
  return makeOperation('query', query, { ...query.context, requestPolicy: 'cache-and-network' });
}

function selects({ query }: Operation, fields: readonly string[]): boolean {
  return query.definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION && hasField(node.selectionSet as SelectionSetNode, fields),
  );
}

/** Fragments are left out: they are of one object, not of a list. */
function hasField(selectionSet: SelectionSetNode | undefined, fields: readonly string[]): boolean {
  return (selectionSet?.selections ?? []).some(
    (node) =>
      node.kind === Kind.FIELD && (fields.includes(node.name.value) || hasField(node.selectionSet, fields)),
  );
}
