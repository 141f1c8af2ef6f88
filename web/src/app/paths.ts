/** Addresses of the pages. */
export const HOME = '/';
export const JOBS = '/jobs';
export const canvasPath = (canvasId: string): string => `/c/${encodeURIComponent(canvasId)}`;
