import { z } from 'zod';
import type { FieldProblemCode } from '../../errors.ts';
import { controlCharacterIn } from '../../validation/controlCharacter.ts';

/** Code points, as PostgreSQL's `char_length` counts them. */
const length = (text: string) => [...text].length;

export const maxInstructionLength = 4_000;

/** What a person may ask for; line breaks come out as `\n`, and without white space around it. */
export const instruction = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .superRefine((text, context) => {
    const problem = problemOf(text);
    if (problem !== undefined) {
      const { code, message } = problem;
      context.addIssue({ code: 'custom', message, params: { code } });
    }
  });

// Line breaks and tabs are part of pasted outlines; other control characters and halves of surrogate pairs have no
// business in a text, and PostgreSQL cannot store U+0000 at all.
function problemOf(text: string): { code: FieldProblemCode; message: string } | undefined {
  const characters = length(text);
  if (characters === 0) {
    return { code: 'EMPTY', message: 'Say what should be on the canvas: the instruction is empty.' };
  }
  if (characters > maxInstructionLength) {
    const message = `The instruction has ${characters} characters, the limit is ${maxInstructionLength}.`;
    return { code: 'TOO_LONG', message };
  }
  const control = controlCharacterIn(text, '\n\t');
  if (control !== undefined) {
    const message = `The instruction contains the control character ${control}; only line breaks and tabs are allowed.`;
    return { code: 'CONTROL_CHARACTER', message };
  }
  if (!text.isWellFormed()) {
    return { code: 'MALFORMED_TEXT', message: 'The instruction is not well-formed Unicode text.' };
  }
  return undefined;
}
