import { serveThread } from '../../threads/serveThread.ts';
import { layOutHere } from '../layOutHere.ts';
import type { Sketch } from '../scene/guesses.ts';

/** The inside of the layout thread. */
serveThread((diagram: Sketch) => layOutHere(diagram));
