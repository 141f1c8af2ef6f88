import { serveRequests } from '../../threads/serveRequests.ts';
import { sketchPlan } from './sketchPlan.ts';

/** Runs on the sketcher's threads. */
export default serveRequests(sketchPlan);
