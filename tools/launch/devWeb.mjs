// `npm run dev`: serves the web app as it is being written, with hot reload; the API is behind it.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { onSupervisorExit } from '../../src/service/supervisor.ts';
import { guardDevServer } from './guardDevServer.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../web');
const stop = () => process.exit();
onSupervisorExit(stop);
process.once('SIGTERM', stop);

const server = await createServer({
  root,
  logLevel: 'warn',
  server: { port: Number(process.env.WEB_PORT), strictPort: true },
});
guardDevServer(server.httpServer);
await server.listen();
