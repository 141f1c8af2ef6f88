import { statement } from '../../../database/statement.ts';

/** Allows a gap in the chain of versions for now. */
export const deferVersionChain = statement.count(
  'SET CONSTRAINTS "canvas_version_canvas_id_previous_number_fkey" DEFERRED',
);

/** Refuses gaps from now on. @throws Error when there is one. */
export const checkVersionChain = statement.count(
  'SET CONSTRAINTS "canvas_version_canvas_id_previous_number_fkey" IMMEDIATE',
);
