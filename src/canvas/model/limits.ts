/** Characters of an object's text, as people count them. */
export const maxTextLength = 200;

/** Characters of a canvas's title. */
export const maxTitleLength = 200;

/** `canvas_version_most_objects` holds the same limit in the database. */
export const maxObjectsPerCanvas = 2_000;

/** Objects that one job adds. */
export const maxObjectsPerJob = 200;

/** Objects that one edit adds, updates or deletes, of each. */
export const maxObjectsPerEdit = 2_000;
