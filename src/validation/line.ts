import { z } from 'zod';
import { controlCharacterIn } from './controlCharacter.ts';
import { problem } from './problemsOf.ts';

/**
 * A text on one line that is kept as it was sent.
 * @param noun What it is, at the beginning of a message: "The key".
 * @param longest Characters (code points) that it may have.
 * @param insteadOfEmpty What to do instead of sending an empty one.
 */
export const line = (noun: string, longest: number, insteadOfEmpty = 'leave it out instead') =>
  z
    .string()
    .refine((text) => text !== '', problem('EMPTY', `${noun} is empty; ${insteadOfEmpty}.`))
    .refine(
      (text) => [...text].length <= longest,
      problem('TOO_LONG', `${noun} has more than ${longest} characters.`),
    )
    .refine(
      (text) => controlCharacterIn(text) === undefined,
      problem(
        'CONTROL_CHARACTER',
        ({ input }) => `${noun} contains the control character ${controlCharacterIn(String(input))}.`,
      ),
    )
    .refine(
      (text) => text.isWellFormed(),
      problem('MALFORMED_TEXT', `${noun} contains half of a surrogate pair, which is no Unicode text.`),
    );
