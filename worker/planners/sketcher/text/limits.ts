/** Most steps of a flow. */
export const MAX_NODES = 60;
/** Longest title of a canvas or a frame, in UTF-16 units. */
export const MAX_TITLE = 80;
