// Control characters except line breaks, and characters that reverse the direction of the text around them. The
// marks that right-to-left text itself needs (U+200E, U+200F, U+061C) stay.
const unprintable = /[[\p{Cc}\u202A-\u202E\u2066-\u2069]--\n]/gv;

// No script uses more marks on one letter; longer stacks overflow every shape.
const stackedMarks = /(\p{Mark}{4})\p{Mark}+/gu;

/**
 * Text that every column and every JSON value can hold, and every screen can show: well-formed Unicode, without
 * control characters except line breaks. White space at both ends stays.
 */
export function printableText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(unprintable, ' ').replace(stackedMarks, '$1');
}

/** Text as objects, titles and messages hold it: printable and trimmed. */
export function plainText(text: string): string {
  return printableText(text).trim();
}
