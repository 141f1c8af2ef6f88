import { serveThread } from '../../threads/serveThread.ts';
import { sketchHere } from './sketchHere.ts';

/** The inside of the sketcher's thread. */
serveThread(sketchHere);
