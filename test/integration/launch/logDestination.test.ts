import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const logPath = join(import.meta.dirname, '../../../src/log.ts');
const program = `
  import { createLogger } from ${JSON.stringify(logPath)};
  const log = createLogger('worker', 'info');
  log.info('one');
  setTimeout(() => { log.info('two'); process.stderr.write('still there'); }, 10);
`;

test.skipIf(!existsSync('/dev/full'))(
  'a service whose log is on a full disk goes on, and can end',
  async () => {
    await using full = await open('/dev/full', 'w');
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', full.fd, 'pipe'],
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    try {
      const [code] = await once(child, 'close', { signal: AbortSignal.timeout(25_000) });
      expect({ code, said }).toEqual({ code: 0, said: 'still there' });
    } finally {
      child.kill('SIGKILL');
    }
  },
);
