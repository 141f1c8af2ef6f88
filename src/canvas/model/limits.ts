/** Characters of an object's text. */
export const maxTextLength = 200;

/** Characters of a canvas's title. */
export const maxTitleLength = 200;
