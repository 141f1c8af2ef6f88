/** For lists of canvases: one that is empty has to be read again as well when a canvas has been changed. */
export const OF_CANVASES = { additionalTypenames: ['Canvas'] };
