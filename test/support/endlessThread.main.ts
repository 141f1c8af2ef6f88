import { serveRequests } from '../../worker/threads/serveRequests.ts';

/** A thread for tests that gives no answer to any request. */
export default serveRequests(() => {
  for (;;);
});
