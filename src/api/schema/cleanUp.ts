import { InputValidationError } from '../../errors.ts';
import { requestCleanUp } from '../../jobs/queue/cleanUpEntry.ts';
import { builder } from '../graphql/builder.ts';
import { resultTypes } from '../graphql/errors.ts';

const CleanUpInput = builder.inputType('CleanUpInput', {
  description: 'How to clean up.',
  fields: (t) => ({
    clientMutationId: t.string({
      required: false,
      description: 'Ignored; for clients that send one with every mutation.',
    }),
  }),
});

builder.mutationField('cleanUp', (t) =>
  t.field({
    type: 'DateTime',
    description:
      'Lets a worker clean up at once, as it does every hour: what is past its age limit is removed. For operators.',
    authScopes: { ops: true },
    args: { input: t.arg({ type: CleanUpInput, required: false, description: 'May be left out.' }) },
    errors: {
      types: [InputValidationError],
      ...resultTypes('CleanUp', 'The clean-up is queued.', {
        name: 'queuedAt',
        description:
          'When it was queued. It starts when a worker has a free slot; its log and metrics tell what it removed.',
      }),
    },
    resolve: (_root, _args, { database }) => requestCleanUp(database.pool),
  }),
);
