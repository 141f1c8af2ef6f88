import type { UserRole } from '../../database/generated/prisma/enums.ts';

/** Who a request comes from. */
export type Viewer = { id: string; name: string; role: UserRole };

/** `where` clause for what the viewer may read: their own; operators read everything. */
export function readableBy(viewer: Viewer): { ownerId?: string } {
  return viewer.role === 'OPS' ? {} : { ownerId: viewer.id };
}
