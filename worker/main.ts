import { runService } from '../src/runService.ts';
import { startWorker } from './service.ts';

await runService('worker', startWorker);
