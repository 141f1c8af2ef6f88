import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../tools/launch/web.ts';

/** The pages are tested as they are delivered, and as the sources are now. */
export default (project: TestProject): Promise<void> =>
  buildWeb(project.config.root, new AbortController().signal);
