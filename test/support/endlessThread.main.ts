import { serveThread } from '../../worker/threads/serveThread.ts';

/** A thread for tests that gives no answer to any request. */
serveThread(() => {
  for (;;);
});
