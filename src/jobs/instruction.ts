import { z } from 'zod';

/** Code points, as PostgreSQL's `char_length` counts them. */
const length = (text: string) => [...text].length;

export const maxInstructionLength = 4_000;

// Line breaks and tabs are part of pasted outlines; everything else below U+0020, U+007F to U+009F, and half
// of a surrogate pair has no business in a text, and PostgreSQL cannot store U+0000 at all.
const forbidden = /[^\P{Cc}\n\t]/u;

/** What a person may ask for; line breaks come out as `\n`, and without white space around it. */
export const instruction = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .superRefine((text, context) => {
    const problem = problemOf(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

function problemOf(text: string): string | undefined {
  const characters = length(text);
  if (characters === 0) return 'Say what should be on the canvas: the instruction is empty.';
  if (characters > maxInstructionLength) {
    return `The instruction has ${characters} characters, the limit is ${maxInstructionLength}.`;
  }
  const control = forbidden.exec(text)?.[0];
  if (control !== undefined) {
    const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `The instruction contains the control character U+${code}; only line breaks and tabs are allowed.`;
  }
  if (!text.isWellFormed()) return 'The instruction is not well-formed Unicode text.';
  return undefined;
}
