import { startApi } from './api.ts';
import { runService } from './runService.ts';

await runService('api', startApi);
