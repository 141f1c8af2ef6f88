import type { UserRole } from '../../database/generated/prisma/enums.ts';

/** The user who sends a request. */
export type Viewer = { id: string; name: string; role: UserRole };

/** The `where` clause of what the viewer may read: their own, or everything for operators. */
export function readableBy(viewer: Viewer): { ownerId?: string } {
  return viewer.role === 'OPS' ? {} : { ownerId: viewer.id };
}

/** Whether the viewer may read what that user owns. */
export function isReadableBy(viewer: Viewer, { ownerId }: { ownerId: string }): boolean {
  return viewer.role === 'OPS' || viewer.id === ownerId;
}
