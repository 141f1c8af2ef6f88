import { serveRequests } from '../../threads/serveRequests.ts';
import { detectSource } from '../diagramLanguages/detect/detectSource.ts';
import { prepareSource } from '../diagramLanguages/readSource.ts';
import { sketch } from './sketch.ts';

/** Runs on the sketcher's threads. */
export default serveRequests(sketch, ({ instruction }) => prepareSource(detectSource(instruction)));
