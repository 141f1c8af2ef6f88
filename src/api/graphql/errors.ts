import {
  type ExpectedError,
  type FieldProblem,
  type FieldProblemCode,
  InputValidationError,
  NotFoundError,
} from '../../errors.ts';
import { builder } from './builder.ts';

/** Expected errors that belong to no single noun, and the result unions that they are members of. */

export const ErrorInterface = builder.interfaceRef<ExpectedError>('Error').implement({
  description: 'An expected error. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What is wrong and what to do, for people.',
    }),
  }),
});

const InputFieldErrorCode = builder.enumType('InputFieldErrorCode', {
  description: 'What is wrong with a field of an input. Values may be added.',
  values: {
    EMPTY: { description: 'The text is empty.' },
    TOO_LONG: { description: 'The text has too many characters.' },
    TOO_FEW: { description: 'The list has too few elements.' },
    TOO_MANY: { description: 'The list has too many elements.' },
    OUT_OF_RANGE: { description: 'The number is too small or too large.' },
    CONTROL_CHARACTER: { description: 'The text contains a control character that is not allowed there.' },
    MALFORMED_TEXT: { description: 'The text is not well-formed Unicode.' },
    INVALID_ID: { description: 'The id is malformed, or of another kind.' },
    DUPLICATE_ID: { description: 'The id was given before in the same input.' },
    ID_TAKEN: { description: 'The id of a new object is taken.' },
    NOT_FOUND: { description: 'There is no object or version with this id or number.' },
    REQUIRED: { description: 'The value is missing, or another one that it needs.' },
    MISMATCH: { description: 'The value contradicts the object that it is for, or another field.' },
    NOT_ALLOWED: { description: 'The viewer may not use this value.' },
    INVALID: { description: 'Another reason; see `message`.' },
  } satisfies Record<FieldProblemCode, { description: string }>,
});

const InputFieldError = builder.objectRef<FieldProblem>('InputFieldError').implement({
  description: 'A field of the input that is not valid.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description: 'Path of the field, from the outermost field of the input.',
    }),
    message: t.exposeString('message', { description: 'What is wrong and what to do, for people.' }),
    code: t.expose('code', { type: InputFieldErrorCode, description: 'What is wrong, for programs.' }),
  }),
});

builder.objectType(InputValidationError, {
  name: 'InputValidationError',
  description: 'The input is not valid.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fields: t.field({
      type: [InputFieldError],
      description: 'All fields that are not valid.',
      resolve: (e) => e.fields,
    }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such job, canvas or version that belongs to the viewer.',
  interfaces: [ErrorInterface],
});

/** The result union of a mutation. */
export function resultUnion(mutation: string) {
  return { name: `${mutation}Result`, description: `Outcome of \`${fieldName(mutation)}\`.` };
}

/** The field of a mutation: `cancelJob` for `CancelJob`. */
export function fieldName(mutation: string): string {
  return `${mutation[0]?.toLowerCase()}${mutation.slice(1)}`;
}

/** The result types of a mutation whose success has one field. */
export function resultTypes(
  mutation: string,
  success: string,
  dataField: { name: string; description: string },
) {
  return {
    union: resultUnion(mutation),
    result: { name: `${mutation}Success`, description: success },
    dataField,
  };
}
