/** Addresses of the pages. */
export const HOME = '/';
export const JOBS = '/jobs';
export const canvasPath = (canvasId: string): string => `/c/${encodeURIComponent(canvasId)}`;

/** An id as it stands in an address, decoded: the router leaves reserved characters, such as `=`, encoded. */
export function idFromPath(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not what we encoded; as an id it will not be found.
    return part;
  }
}
