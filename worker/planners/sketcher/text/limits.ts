/** Most steps of a flow. */
export const MAX_NODES = 60;
/** Most items of a tree, each with its connector. */
export const MAX_TREE = 100;
/** Most frames and shapes in one plan: as many as one job adds. */
export const MAX_BOXES = 200;
/** Longest title of a canvas or a frame, in UTF-16 units. */
export const MAX_TITLE = 80;
/** Most titled regions in one plan. */
export const MAX_FRAMES = 16;
