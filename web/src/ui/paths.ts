/** Paths of the pages. */
export const homePath = '/';
export const jobsPath = '/jobs';
export const jobRoute = '/jobs/:id';
export const opsPath = '/ops';
export const settingsPath = '/settings';
export const canvasRoute = '/c/:id';

export function canvasPath(canvasId: string): string {
  return `/c/${encodeURIComponent(canvasId)}`;
}

export function jobPath(jobId: string): string {
  return `/jobs/${encodeURIComponent(jobId)}`;
}

/** Decodes an id from a path: the router leaves reserved characters, such as `=`, encoded. */
export function decodeId(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not encoded by `canvasPath`; no canvas has this id.
    return part;
  }
}

/** The id of the canvas whose page has this path; null for other pages. */
export function canvasIdIn(path: string): string | null {
  const part = /^\/c\/([^/]+)\/?$/.exec(path)?.[1];
  return part === undefined ? null : decodeId(part);
}
