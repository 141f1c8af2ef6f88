import { z } from 'zod';
import { problem } from './problemsOf.ts';

/**
 * A text on one line, stored as it was sent.
 * @param noun The text's name, with which messages begin: "The key".
 * @param maxLength In code points.
 * @param insteadOfEmpty What to do instead of sending an empty text.
 */
export function line(noun: string, maxLength: number, insteadOfEmpty = 'leave it out instead') {
  return z
    .string()
    .refine((text) => text.trim() !== '', problem('EMPTY', `${noun} is empty; ${insteadOfEmpty}.`))
    .refine(
      (text) => [...text].length <= maxLength,
      problem('TOO_LONG', `${noun} has more than ${maxLength} characters.`),
    )
    .refine(
      (text) => findControlCharacter(text) === undefined,
      problem(
        'CONTROL_CHARACTER',
        ({ input }) => `${noun} contains the control character ${findControlCharacter(String(input))}.`,
      ),
    )
    .refine(
      (text) => text.isWellFormed(),
      problem('MALFORMED_TEXT', `${noun} contains half of a surrogate pair, which is not valid Unicode.`),
    );
}

/** The name of the first control character in a text that is not allowed, such as "U+0007". */
export function findControlCharacter(text: string, allowed = ''): string | undefined {
  const found = text.match(/\p{Cc}/gu)?.find((character) => !allowed.includes(character));
  return found && `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
