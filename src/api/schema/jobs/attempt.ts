import { builder } from '../../graphql/builder.ts';
import { AttemptOutcomeEnum } from './enums.ts';
import { JobErrorRef, jobErrorOf } from './jobError.ts';
import { JobUsageRef, usageOf } from './jobUsage.ts';

builder.prismaObject('JobAttempt', {
  fields: (t) => ({
    job: t.relation('job', { description: 'Its job.' }),
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    outcome: t.expose('outcome', { type: AttemptOutcomeEnum, nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it started.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it runs.',
    }),
    planner: t.exposeString('planner', {
      nullable: true,
      description: '`openai` or `sketcher`; null for a job without a planner.',
    }),
    model: t.exposeString('model', { nullable: true, description: 'The model that was called, if any.' }),
    retryDelayMs: t.exposeInt('retryDelayMs', { nullable: true }),
    error: t.field({
      type: JobErrorRef,
      nullable: true,
      description: 'Why it failed.',
      resolve: jobErrorOf,
    }),
    usage: t.field({
      type: JobUsageRef,
      nullable: true,
      description: 'Tokens and cost; null when no model was called.',
      resolve: (attempt) => usageOf([attempt]),
    }),
  }),
});
