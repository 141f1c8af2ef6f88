import { runService } from '../service/runService.ts';
import { startApi } from './startApi.ts';

await runService('api', startApi);
