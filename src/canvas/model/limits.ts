/** Characters of an object's text, as people count them. */
export const maxTextLength = 200;

/** Characters of a canvas's title. */
export const maxTitleLength = 200;

/** `canvas_version_most_objects` holds the same limit in the database. */
export const maxObjectsPerCanvas = 2_000;

/** Boxes (frames and shapes) of a plan: more are no readable diagram. */
export const maxBoxesPerJob = 200;

/** Connectors of a plan: the layout of more, in a dense graph, can exceed its time limit. */
export const maxConnectorsPerJob = 250;

/** Objects that one edit adds, updates or deletes, of each. */
export const maxObjectsPerEdit = 2_000;
