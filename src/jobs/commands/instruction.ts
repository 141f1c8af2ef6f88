import { z } from 'zod';
import { checkText } from '../../validation/text.ts';

export const maxInstructionLength = 4_000;

/** The text of a request. It is trimmed, and its line breaks become `\n`. */
export const instruction = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .superRefine(
    checkText({
      noun: 'The instruction',
      maxLength: maxInstructionLength,
      ifEmpty: 'Say what should be on the canvas: the instruction is empty.',
    }),
  );
