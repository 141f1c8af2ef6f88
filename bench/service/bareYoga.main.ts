import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { urlOf } from '../../src/service/http/httpServer.ts';

/** A GraphQL server with nothing but Yoga. Logs its address like the services. */
const schema = createSchema({ typeDefs: 'type Query { ok: Boolean }' });
const server = createServer(createYoga({ schema, logging: false, graphiql: false }));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ msg: 'listening', url: urlOf(server) })}\n`);
});
process.once('disconnect', () => process.exit());
