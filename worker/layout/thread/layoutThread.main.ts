import { serveRequests } from '../../threads/serveRequests.ts';
import { insertPlan } from '../insertion/insertPlan.ts';

/** Runs on the layout threads. */
export default serveRequests(insertPlan);
