import packageJson from '../../../package.json' with { type: 'json' };
import type { Config } from '../../config.ts';
import { countLiveWorkers } from '../../jobs/workers/sql/countLiveWorkers.ts';
import { builder } from '../graphql/builder.ts';

/** Version of the software, from package.json. */
export const version: string = packageJson.version;

const SystemInfo = builder.objectRef<Config>('SystemInfo').implement({
  description: 'Configuration of this installation.',
  fields: (t) => ({
    planner: t.string({
      description: '`openai`, or `sketcher` when no model is configured.',
      resolve: ({ openai }) => (openai === null ? 'sketcher' : 'openai'),
    }),
    model: t.string({
      nullable: true,
      description: 'Name of the model; null for the sketcher.',
      resolve: ({ openai }) => openai?.model ?? null,
    }),
    demo: t.boolean({
      description: 'Whether no authentication is configured: everyone is the demo user.',
      resolve: ({ auth }) => auth.mode === 'demo',
    }),
    graphiql: t.boolean({
      description: 'Whether `/graphql` is GraphiQL in a browser.',
      resolve: ({ GRAPHIQL }) => GRAPHIQL,
    }),
    version: t.string({ description: 'Version of the software.', resolve: () => version }),
    workersAlive: t.int({
      description: 'Number of worker processes that are alive.',
      resolve: (_config, _args, { database }) => countLiveWorkers(database.pool),
    }),
  }),
});

builder.queryField('system', (t) =>
  t.field({
    type: SystemInfo,
    description: 'Configuration of this installation. Needs no token.',
    resolve: (_root, _args, { config }) => config,
  }),
);
