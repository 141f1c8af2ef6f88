import { z } from 'zod';
import { canvasObject } from '../object.ts';
import type { ChangeSet } from './changeSet.ts';

export const changeSet = z.object({
  added: z.array(canvasObject),
  updated: z.array(z.object({ before: canvasObject, after: canvasObject })),
  deleted: z.array(canvasObject),
}) satisfies z.ZodType<ChangeSet>;

/** A change set as it is stored with its version, with the jobs that created the deleted objects. */
export const storedChangeSet = changeSet.extend({ creators: z.record(z.uuid(), z.uuid()).default({}) });
export type StoredChangeSet = z.infer<typeof storedChangeSet>;
