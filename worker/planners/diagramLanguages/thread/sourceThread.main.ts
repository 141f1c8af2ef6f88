import { serveRequests } from '../../../threads/serveRequests.ts';
import { prepareSource, readSource } from '../readSource.ts';

/** Reads diagram sources on threads. */
export default serveRequests(readSource, prepareSource);
