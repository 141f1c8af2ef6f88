import { runService } from '../src/service/runService.ts';
import { startWorker } from './startWorker.ts';

await runService('worker', startWorker, 'DATABASE_DIRECT_URL');
