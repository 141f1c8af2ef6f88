import { maxBoxesPerJob } from '../../../../src/canvas/model/limits.ts';

/**
 * Most things that a text names, so that looking each of them up takes a bounded time. More than a job may add, so that
 * its warning gives the number of those that are left out.
 */
export const MAX_THINGS = 2 * maxBoxesPerJob;
