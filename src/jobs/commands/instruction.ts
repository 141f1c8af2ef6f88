import { z } from 'zod';
import type { FieldProblemCode } from '../../errors.ts';
import { findControlCharacter } from '../../validation/line.ts';

/** In code points, like PostgreSQL's `char_length`. */
const lengthOf = (text: string) => [...text].length;

export const maxInstructionLength = 4_000;

/** The text of a request. It is trimmed, and its line breaks become `\n`. */
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

// Pasted outlines contain line breaks and tabs. Other control characters and halves of surrogate pairs don't belong in
// a text, and PostgreSQL cannot store U+0000.
function problemOf(text: string): { code: FieldProblemCode; message: string } | undefined {
  const characters = lengthOf(text);
  if (characters === 0) {
    return { code: 'EMPTY', message: 'Say what should be on the canvas: the instruction is empty.' };
  }
  if (characters > maxInstructionLength) {
    const message = `The instruction has ${characters} characters, the limit is ${maxInstructionLength}.`;
    return { code: 'TOO_LONG', message };
  }
  const control = findControlCharacter(text, '\n\t');
  if (control !== undefined) {
    const message = `The instruction contains the control character ${control}; only line breaks and tabs are allowed.`;
    return { code: 'CONTROL_CHARACTER', message };
  }
  if (!text.isWellFormed()) {
    return { code: 'MALFORMED_TEXT', message: 'The instruction is not well-formed Unicode text.' };
  }
  return undefined;
}
