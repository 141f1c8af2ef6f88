import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { isAlive } from '../../../tools/postgres/processes.ts';

const parentPath = join(import.meta.dirname, '../../../src/service/supervisor.ts');

/** A service that notices nothing until standard input says so, like one that is loading its modules. */
const service = `
  import { readSync } from 'node:fs';
  import { onSupervisorExit } from ${JSON.stringify(parentPath)};
  process.stdout.write('loading ' + process.pid + '\\n');
  MOMENT;
  onSupervisorExit(() => process.exit());
  setInterval(() => undefined, 1_000);
`;

/** Starts a service with a channel, and says its process id. */
const supervisor = `
  import { spawn } from 'node:child_process';
  const child = spawn(process.execPath, ['--input-type=module', '-e', process.argv[1]], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: true,
  });
`;

const moments = {
  'while it is loading': 'readSync(0, Buffer.alloc(1))',
  'after the channel has been closed':
    "readSync(0, Buffer.alloc(1)); await new Promise((resolve) => process.once('disconnect', resolve))",
  'when it is running': 'undefined',
};

for (const [moment, code] of Object.entries(moments)) {
  test(`a service ends when its supervisor is killed ${moment}`, async () => {
    const args = ['--input-type=module', '-e', supervisor, service.replace('MOMENT', code)];
    const parent = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const pid = Number(String(line).split(' ')[1]);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    parent.stdin.end('x');
    try {
      await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
    } finally {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
  });
}
