import { z } from 'zod';
import { problem } from '../../validation/problemsOf.ts';
import { isLongerThan } from '../model/cutText.ts';
import { maxTextLength } from '../model/limits.ts';
import { plainText, printableText } from '../model/plainText.ts';

/** Fields of objects that come from outside, in edits and in files. Lengths are in pixels. */

/** Largest size, and largest distance of a coordinate from the origin. */
export const farthest = 1_000_000;

export const text = z
  .string()
  .transform(plainText)
  .refine(
    (cleaned) => !isLongerThan(cleaned, maxTextLength),
    problem('TOO_LONG', `The text has more than ${maxTextLength} characters.`),
  );
export const size = z
  .number()
  .positive('A size has to be above 0.')
  .max(farthest, 'A size is at most 1,000,000 pixels.');
export const fontSize = z
  .number()
  .min(4, 'The font size is below 4 pixels.')
  .max(400, 'The font size is above 400 pixels.');
export const lines = z.array(z.string().transform(printableText)).max(400, 'More than 400 lines.');
