import type { JobError } from '../../../events/log/jobEvent.ts';
import { readJobErrorCode } from '../../../jobs/jobErrorCode.ts';
import { builder } from '../../graphql/builder.ts';
import { JobErrorCodeEnum } from './enums.ts';

export const JobErrorRef = builder.objectRef<JobError>('JobError').implement({
  description: 'Why an attempt or a job failed.',
  fields: (t) => ({
    code: t.field({
      type: JobErrorCodeEnum,
      description: 'The reason for programs.',
      resolve: ({ code }) => readJobErrorCode(code),
    }),
    message: t.exposeString('message', { description: 'The reason as a sentence for people.' }),
    retryable: t.exposeBoolean('retryable', { description: 'Whether another attempt may succeed.' }),
    suggestions: t.stringList({
      description:
        'At most 3 complete instructions that would work instead, where an instruction was not understood or names ' +
        'nothing on the canvas; without a model only, and not for attempts.',
      resolve: ({ suggestions = [] }) => suggestions,
    }),
  }),
});

type ErrorColumns = {
  errorCode: string | null;
  errorMessage: string | null;
  errorRetryable: boolean | null;
  errorSuggestions?: string[];
};

/** The error in a row of a job or an attempt, if any. */
export function jobErrorOf(columns: ErrorColumns): JobError | null {
  const { errorCode, errorMessage, errorRetryable, errorSuggestions = [] } = columns;
  if (errorCode === null || errorMessage === null || errorRetryable === null) return null;
  const suggestions = errorSuggestions;
  return { code: errorCode, message: errorMessage, retryable: errorRetryable, suggestions };
}
