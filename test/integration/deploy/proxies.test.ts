import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, describe, expect } from 'vitest';

const run = promisify(execFile);
const file = (name: string) => join(import.meta.dirname, '../../../deploy', name);

/** Whether a proxy's tests are skipped: it is not installed here, and this is not CI, which must run them. */
const lacks = (program: string, flag: string) =>
  process.env.CI === undefined && spawnSync(program, [flag]).status !== 0;
const haproxy = '/usr/sbin/haproxy';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-proxy-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

describe('the configuration of', () => {
  test.skipIf(lacks(haproxy, '-v'))('HAProxy is accepted', async ({ folder }) => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=canvas.example'];
    await run('openssl', [...request, '-keyout', key, '-out', certificate]);
    const pem = join(folder, 'canvas.pem');
    await writeFile(pem, (await readFile(certificate, 'utf8')) + (await readFile(key, 'utf8')));
    const configuration = join(folder, 'haproxy.cfg');
    const text = await readFile(file('haproxy.cfg'), 'utf8');
    await writeFile(configuration, text.replace('/etc/haproxy/canvas.pem', pem));
    expect((await run(haproxy, ['-c', '-f', configuration])).stdout).toContain('valid');
  });

  test.skipIf(lacks('caddy', 'version'))('Caddy is accepted', async ({ folder }) => {
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder };
    const args = ['validate', '--adapter', 'caddyfile', '--config', file('Caddyfile')];
    expect((await run('caddy', args, { env })).stdout).toContain('Valid configuration');
  });
});
