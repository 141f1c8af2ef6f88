import { IdempotencyConflictError, JobStateError, QuotaExceededError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { ErrorInterface } from '../../graphql/errors.ts';
import { JobStatusEnum } from './enums.ts';

builder.objectType(QuotaExceededError, {
  name: 'QuotaExceededError',
  description: 'The viewer has as many unfinished jobs as they may.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Unfinished jobs that one user may have.' }),
    active: t.exposeInt('active', { description: 'Unfinished jobs that the viewer has.' }),
  }),
});

builder.objectType(IdempotencyConflictError, {
  name: 'IdempotencyConflictError',
  description: 'The idempotency key was used before, with other input.',
  interfaces: [ErrorInterface],
});

builder.objectType(JobStateError, {
  name: 'JobStateError',
  description: "The job's state does not allow what was asked for.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    status: t.field({
      type: JobStatusEnum,
      description: 'The state that the job is in.',
      resolve: (e) => e.status,
    }),
  }),
});
