import type { CanvasesQueryVariables, CanvasOrder } from '../../generated/graphql.ts';
import { pageCursor } from '../../ui/pageCursor.ts';

/** Orders of the list of canvases, by their name in the address; the first is the default. */
export const canvasOrders = ['updated', 'created'] as const;

/** What the list of canvases shows; `text`: in the title. */
export type CanvasSearch = { text: string; order: (typeof canvasOrders)[number] };

const pageSize = 12;

const serverOrders: Record<CanvasSearch['order'], CanvasOrder> = {
  updated: 'UPDATED_AT_DESC',
  created: 'CREATED_AT_DESC',
};

/** The search that an address has. */
export function readSearch(parameters: URLSearchParams): CanvasSearch {
  const order = canvasOrders.find((name) => name === parameters.get('sort')) ?? canvasOrders[0];
  return { text: parameters.get('q') ?? '', order };
}

/** The search as the end of an address: `?q=bakery&sort=created`; empty for the default one. */
export function writeSearch({ text, order }: CanvasSearch): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  if (order !== canvasOrders[0]) parameters.set('sort', order);
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** The variables of the query for the page of the list that an address has. */
export function variablesOf(parameters: URLSearchParams): CanvasesQueryVariables {
  const { text, order } = readSearch(parameters);
  return {
    ...pageCursor(parameters, pageSize),
    filter: text.trim() === '' ? null : { text: text.trim() },
    orderBy: serverOrders[order],
  };
}
