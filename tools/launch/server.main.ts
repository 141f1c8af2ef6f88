import { parseArgs } from 'node:util';
import { startApi } from '../../src/api/startApi.ts';
import { runService } from '../../src/service/runService.ts';
import { startApiWithWorker } from './startApiWithWorker.ts';

/** `npm run server`: the API; with `-- --inline-worker`, a worker in the same process. */
const options = { 'inline-worker': { type: 'boolean', default: false } } as const;
const { 'inline-worker': isInline } = parseArgs({ options }).values;

await runService('api', isInline ? startApiWithWorker : startApi);
