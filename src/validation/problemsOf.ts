import type { z } from 'zod';
import { type FieldProblem, type FieldProblemCode, fieldProblemCodes } from '../errors.ts';

type Issue = z.core.$ZodIssue;

/** The invalid fields. Custom checks pass their code as `params.code`, see `problem`. */
export function problemsOf(error: z.ZodError | undefined): FieldProblem[] {
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String),
    message: messageOf(issue),
    code: codeOf(issue),
  }));
}

const ofType = /^Invalid input: expected (\S+), received (\S+)$/;

/** The validator's own words for a missing value or a wrong type, in those of the API. */
function messageOf({ message }: Issue): string {
  const [, expected, received] = ofType.exec(message) ?? [];
  if (expected === undefined) return message;
  return received === 'undefined' ? 'This field is required.' : `The value has to be of type ${expected}.`;
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
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'REQUIRED' : 'INVALID';
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
