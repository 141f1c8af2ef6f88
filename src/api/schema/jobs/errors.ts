import {
  BudgetExceededError,
  IdempotencyConflictError,
  JobStateError,
  JobsNotAcceptedError,
  QuotaExceededError,
} from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { ErrorInterface } from '../../graphql/errors.ts';
import { BudgetRef } from './budgets.ts';
import { JobStatusEnum } from './enums.ts';

builder.objectType(QuotaExceededError, {
  name: 'QuotaExceededError',
  description: 'The viewer has reached the limit of unfinished jobs.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Unfinished jobs that a user may have.' }),
    active: t.exposeInt('active', { description: 'Unfinished jobs that the viewer has.' }),
  }),
});

builder.objectType(BudgetExceededError, {
  name: 'BudgetExceededError',
  description: 'A budget of the month is used up. Jobs without a model, such as imports, are still accepted.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    budget: t.expose('budget', { type: BudgetRef, description: 'The budget that is used up.' }),
  }),
});

builder.objectType(JobsNotAcceptedError, {
  name: 'JobsNotAcceptedError',
  description: 'The installation accepts no jobs for a while. Running ones go on, and everything else works.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reason: t.exposeString('reason', { nullable: true, description: 'Why, in words of the operator.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'When jobs will be accepted again, if that is known.',
    }),
  }),
});

builder.objectType(IdempotencyConflictError, {
  name: 'IdempotencyConflictError',
  description: 'The idempotency key was used before, with other input.',
  interfaces: [ErrorInterface],
});

builder.objectType(JobStateError, {
  name: 'JobStateError',
  description: 'The state of the job does not allow this.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    status: t.field({
      type: JobStatusEnum,
      description: 'The state of the job.',
      resolve: (e) => e.status,
    }),
  }),
});
