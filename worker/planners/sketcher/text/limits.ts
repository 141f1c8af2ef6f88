/** Most shapes in one plan: more than this nobody reads at a glance. */
export const MAX_NODES = 60;
/** Longest title of a canvas or a frame, in UTF-16 units. */
export const MAX_TITLE = 80;
/** Most titled regions in one plan. */
export const MAX_FRAMES = 16;
