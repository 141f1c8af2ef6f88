import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

/** Whether its tests are skipped: nginx is not installed, and this is not CI, which must run them. */
export const lacksNginx = program === undefined && process.env.CI === undefined;

/** Starts nginx with the configuration of the deployment guide, or another; only its addresses are replaced. */
export async function startNginx(
  ports: { proxy: number; apis: [number, number] },
  configuration = configurationOfGuide(),
) {
  if (program === undefined) throw new Error('nginx is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const apis = [...ports.apis];
  const own = (await configuration)
    .replace(/\bserver [\w.-]+:\d+/g, () => `server 127.0.0.1:${apis.shift()}`)
    .replace(/\blisten [^;]+/, `listen 127.0.0.1:${ports.proxy}`);
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events {} http { access_log off; ${temporary.join(' ')}\n${own}}`,
  );
  const { status, stderr } = spawnSync(program, ['-t', '-q', '-p', folder, '-c', file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`nginx refuses its configuration: ${stderr}`);
  const child = spawn(program, ['-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  await expect.poll(() => isUp(child, ports.proxy)).toBe(true);
  return {
    errors: () => readFile(join(folder, 'error.log'), 'utf8'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function configurationOfGuide(): Promise<string> {
  const guide = await readFile(new URL('../../../docs/deployment.md', import.meta.url), 'utf8');
  const [, configuration] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? [];
  if (configuration === undefined) throw new Error('The deployment guide has no configuration for nginx');
  return configuration;
}

async function isUp(child: ChildProcess, port: number): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`nginx ended: ${child.stderr?.read()}`);
  return fetch(`http://127.0.0.1:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}
