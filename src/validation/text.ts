import type { z } from 'zod';
import type { FieldProblemCode } from '../errors.ts';
import { findControlCharacter } from './line.ts';

export type TextRules = {
  /** The text's name, with which messages begin: "The instruction". */
  noun: string;
  /** In code points, like PostgreSQL's `char_length`. */
  maxLength: number;
  /** The message about an empty text. */
  ifEmpty: string;
};

/** The check of a text of several lines, whose line breaks are `\n`. */
export function checkText(rules: TextRules) {
  return (text: string, context: z.RefinementCtx): void => {
    const problem = problemOf(text, rules);
    if (problem === undefined) return;
    const { code, message } = problem;
    context.addIssue({ code: 'custom', message, params: { code } });
  };
}

// Pasted outlines contain line breaks and tabs. Other control characters and halves of surrogate pairs don't belong in
// a text, and PostgreSQL cannot store U+0000.
function problemOf(
  text: string,
  { noun, maxLength, ifEmpty }: TextRules,
): { code: FieldProblemCode; message: string } | undefined {
  if (text.trim() === '') return { code: 'EMPTY', message: ifEmpty };
  const characters = [...text].length;
  if (characters > maxLength) {
    return { code: 'TOO_LONG', message: `${noun} has ${characters} characters, the limit is ${maxLength}.` };
  }
  const control = findControlCharacter(text, '\n\t');
  if (control !== undefined) {
    const message = `${noun} contains the control character ${control}; only line breaks and tabs are allowed.`;
    return { code: 'CONTROL_CHARACTER', message };
  }
  if (!text.isWellFormed()) {
    return { code: 'MALFORMED_TEXT', message: `${noun} is not well-formed Unicode text.` };
  }
  return undefined;
}
