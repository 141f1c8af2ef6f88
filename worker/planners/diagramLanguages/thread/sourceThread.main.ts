import { serveRequests } from '../../../threads/serveRequests.ts';
import { prepareSourceFile, readSourceFile } from '../readSourceFile.ts';

/** Reads diagram sources on threads. */
export default serveRequests(readSourceFile, prepareSourceFile);
