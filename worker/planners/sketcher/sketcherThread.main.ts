import { serveThread } from '../../threads/serveThread.ts';
import { sketchPlan } from './sketchPlan.ts';

/** The inside of the sketcher's thread. */
serveThread(sketchPlan);
