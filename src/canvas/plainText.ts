// Everything that is not printable text: control characters, except that lines may be broken.
const unprintable = /[^\P{Cc}\n]/gu;

/** Text as objects and titles hold it: well-formed, trimmed, without control characters but line breaks. */
export const plainText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replace(unprintable, ' ').trim();
