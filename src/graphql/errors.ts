import { type ExpectedError, type FieldProblem, InputValidationError, NotFoundError } from '../errors.ts';
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

const InputFieldError = builder.objectRef<FieldProblem>('InputFieldError').implement({
  description: 'One field of the input that is not as it must be.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Where it is, from the outermost field of the input.' }),
    message: t.exposeString('message', { description: 'What is wrong with it.' }),
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
