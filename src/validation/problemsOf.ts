import type { z } from 'zod';
import { type FieldProblem, type FieldProblemCode, fieldProblemCodes } from '../errors.ts';

type Issue = z.core.$ZodIssue;

/** The invalid fields. Custom checks pass their code as `params.code`, see `problem`. */
export function problemsOf(error: z.ZodError | undefined): FieldProblem[] {
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
    code: codeOf(issue),
  }));
}

function codeOf(issue: Issue): FieldProblemCode {
  switch (issue.code) {
    case 'too_small':
      return sizeCode(issue.origin, 'EMPTY', 'TOO_FEW');
    case 'too_big':
      return sizeCode(issue.origin, 'TOO_LONG', 'TOO_MANY');
    case 'custom': {
      const { code: given } = issue.params ?? {};
      return fieldProblemCodes.find((code) => code === given) ?? 'INVALID';
    }
    default:
      return 'INVALID';
  }
}

function sizeCode(origin: string, ofText: FieldProblemCode, ofList: FieldProblemCode): FieldProblemCode {
  if (origin === 'string') return ofText;
  return origin === 'array' ? ofList : 'OUT_OF_RANGE';
}

/** Options of a custom check. */
export function problem(code: FieldProblemCode, error: string | ((issue: { input: unknown }) => string)) {
  return {
    error,
    params: { code },
  };
}
