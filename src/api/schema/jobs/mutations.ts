import { InputValidationError, JobStateError, NotFoundError } from '../../../errors.ts';
import { setJobPriority } from '../../../jobs/commands/setJobPriority.ts';
import { builder } from '../../graphql/builder.ts';
import { resultTypes } from '../../graphql/errors.ts';
import { changeableBy, existingJobId, refuseUrgent } from './changeableJob.ts';
import { JobPriorityEnum } from './enums.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';

const SetJobPriorityInput = builder.inputType('SetJobPriorityInput', {
  description: 'Which priority to set.',
  fields: (t) => ({
    jobId: t.id({ required: true, description: 'A waiting job.' }),
    priority: t.field({ type: JobPriorityEnum, required: true, description: 'URGENT is for operators.' }),
  }),
});

const changedJob = { name: 'job', description: 'The job after the change.' };

builder.mutationFields((t) => ({
  setJobPriority: t.prismaField({
    type: CanvasJobRef,
    description: "Changes the priority of a waiting job; operators may change everyone's.",
    authScopes: { user: true },
    args: {
      input: t.arg({ type: SetJobPriorityInput, required: true, description: 'Which job, and its options.' }),
    },
    errors: {
      types: [InputValidationError, NotFoundError, JobStateError],
      ...resultTypes('SetJobPriority', 'The job has the new priority.', changedJob),
    },
    resolve: async (query, _root, { input }, context) => {
      const id = existingJobId(input.jobId);
      refuseUrgent(input.priority, context);
      const ownerId = changeableBy(context);
      await setJobPriority(context.database.pool, { jobId: id, ownerId, priority: input.priority });
      return readChangedJob(query, id, context);
    },
  }),
}));
