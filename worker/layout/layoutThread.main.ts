import { serveThread } from '../threads/serveThread.ts';
import type { Sketch } from './guesses.ts';
import { layOutHere } from './layOutHere.ts';

/** The inside of the layout thread. */
serveThread((diagram: Sketch) => layOutHere(diagram));
