import {
  type ExpectedError,
  type FieldProblem,
  type FieldProblemCode,
  InputValidationError,
  NotFoundError,
} from '../../errors.ts';
import { builder } from './builder.ts';

/** The expected outcomes, as members of the mutations' result unions; those of one noun stand with it. */

export const ErrorInterface = builder.interfaceRef<ExpectedError>('Error').implement({
  description: 'An outcome that a caller has to expect. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What is wrong and what would be right, for a person.',
    }),
  }),
});

const InputFieldErrorCode = builder.enumType('InputFieldErrorCode', {
  description: 'What is wrong with a field of an input, for programs. There may be more some day.',
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
    ID_TAKEN: { description: 'The id of a new object is that of another one.' },
    NOT_FOUND: { description: 'There is no such thing there.' },
    REQUIRED: { description: 'The value is missing, or needs another field that is.' },
    MISFIT: { description: 'The value contradicts what it is given for, or another field.' },
    INVALID: { description: 'Anything else; see `message`.' },
  } satisfies Record<FieldProblemCode, { description: string }>,
});

const InputFieldError = builder.objectRef<FieldProblem>('InputFieldError').implement({
  description: 'One field of the input that is not as it must be.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Where it is, from the outermost field of the input.' }),
    message: t.exposeString('message', { description: 'What is wrong with it.' }),
    code: t.expose('code', { type: InputFieldErrorCode, description: 'The same for programs.' }),
  }),
});

builder.objectType(InputValidationError, {
  name: 'InputValidationError',
  description: 'The input is not as it must be.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fields: t.field({
      type: [InputFieldError],
      description: 'Every field that is wrong.',
      resolve: (e) => e.fields,
    }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such thing that belongs to the viewer.',
  interfaces: [ErrorInterface],
});

/** The result union of a mutation. */
export const resultUnion = (mutation: string) => ({
  name: `${mutation}Result`,
  description: `Outcome of \`${mutation[0]?.toLowerCase()}${mutation.slice(1)}\`.`,
});

/** The result types of a mutation whose success has one field. */
export const resultTypes = (
  mutation: string,
  success: string,
  dataField: { name: string; description: string },
) => ({
  union: resultUnion(mutation),
  result: { name: `${mutation}Success`, description: success },
  dataField,
});
