import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { databaseEnvironment } from '../../../src/config/environment.ts';
import { variables } from '../../../src/config/variables.ts';
import { compose, kinds, railway, type Workload } from '../../support/processes/deploymentSchemas.ts';

const folder = join(import.meta.dirname, '../../../deploy');
const read = (file: string) => readFile(join(folder, file), 'utf8');
const known = Object.keys(variables.shape);

/** Expects that the services read every variable, and would start with these. */
function expectEnvironment(env: Record<string, string>): void {
  expect(Object.keys(env).filter((name) => !known.includes(name))).toEqual([]);
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  expect(variables.safeParse(filled).error?.issues ?? []).toEqual([]);
  expect(databaseEnvironment.safeParse(filled).success).toBe(true);
}

async function kubernetesObjects(): Promise<unknown[]> {
  const files = (await readdir(join(folder, 'kubernetes'))).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(files.map((file) => read(join('kubernetes', file))));
  return texts.flatMap((text) =>
    parseAllDocuments(text).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    }),
  );
}

test('the compose file fits its schema, and names variables that the services read', async () => {
  const { services, volumes } = compose.parse(parse(await read('compose.yaml')));
  // What the shell of the person who starts it would insert.
  const values: Record<string, string> = { POSTGRES_PASSWORD: 'password', JWT_SECRET: 'x'.repeat(32) };
  const insert = (text: string): string =>
    text.replace(/\$\{(\w+)(?::[?-]((?:[^${}]|\$\{\w+\})*))?\}/g, (_, name: string, other = '') =>
      insert(values[name] ?? other),
    );
  for (const [name, { environment }] of Object.entries(services)) {
    if (environment === undefined || name === 'postgres') continue;
    expectEnvironment(
      Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, insert(text)])),
    );
  }
  expect(services.worker?.deploy?.replicas).toBe(2);
  const named = Object.values(services).flatMap(({ volumes: mounts = [] }) => mounts);
  expect(named.filter((mount) => !mount.startsWith('./')).map((mount) => mount.split(':')[0])).toEqual(
    Object.keys(volumes),
  );
});

test('the objects for Kubernetes fit their schemas, and refer to each other', async () => {
  const objects = (await kubernetesObjects()).map((object) => kinds.parse(object));
  const of = <Kind extends z.infer<typeof kinds>['kind']>(kind: Kind) =>
    objects.filter((object): object is Extract<typeof object, { kind: Kind }> => object.kind === kind);
  const [map, secret] = [of('ConfigMap')[0], of('Secret')[0]];
  expectEnvironment({ ...map?.data, ...secret?.stringData });

  const templates: Workload[] = [...of('Deployment'), ...of('Job')].map(({ spec }) => spec.template.spec);
  for (const container of templates.flatMap(({ containers }) => containers)) {
    expect(container.envFrom.map(({ configMapRef, secretRef }) => (configMapRef ?? secretRef)?.name)).toEqual(
      [map?.metadata.name, secret?.metadata.name],
    );
  }
  for (const { metadata, spec } of of('Deployment')) {
    expect(spec.selector.matchLabels).toEqual(spec.template.metadata.labels);
    expect(of('PodDisruptionBudget').map((budget) => budget.spec.selector.matchLabels)).toContainEqual(
      spec.selector.matchLabels,
    );
    const { terminationGracePeriodSeconds: grace = 0 } = spec.template.spec;
    const { DRAIN_NOTICE_MS, DRAIN_TIMEOUT_MS, SHUTDOWN_GRACE_MS } = variables.parse(map?.data);
    expect(grace * 1_000, metadata.name).toBeGreaterThan(DRAIN_NOTICE_MS + DRAIN_TIMEOUT_MS);
    expect(grace * 1_000, metadata.name).toBeGreaterThan(SHUTDOWN_GRACE_MS);
  }
  const [scaled] = of('ScaledObject');
  expect(of('Deployment').map(({ metadata }) => metadata.name)).toContain(scaled?.spec.scaleTargetRef.name);
  expect(scaled?.spec.triggers[0]?.metadata.targetQueryValue).toBe(map?.data.MAX_CONCURRENT_JOBS);
});

test.each(['api', 'worker'])('the configuration of the %s for Railway fits its schema', async (service) => {
  const { deploy } = railway.parse(JSON.parse(await read(`railway/${service}.json`)));
  expect(deploy.startCommand).toContain(service === 'api' ? 'src/api/main.ts' : 'worker/main.ts');
  const lines = (await read(`railway/${service}.env`)).trim().split('\n');
  const pairs = lines.map((line) => line.split('=', 2) as [string, string]);
  const references = /\$\{\{[\w.]+\}\}/;
  expectEnvironment(
    Object.fromEntries(
      pairs.map(([name, value]) => [
        name,
        value.replace(references, name === 'DATABASE_URL' ? 'postgres://a:b@host/db' : 'x'.repeat(32)),
      ]),
    ),
  );
});

test('units for systemd set variables that the services read, and start what the image starts', async () => {
  const { scripts } = JSON.parse(await readFile(join(folder, '../package.json'), 'utf8'));
  const programs = [...Object.values(scripts), 'exec node src/api/main.ts'];
  for (const unit of ['migrate', 'api@', 'worker@']) {
    const text = await read(`systemd/collabcanvas-${unit}.service`);
    const names = [...text.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name);
    expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    const [, program] = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(text) ?? [];
    expect(programs).toContain(`exec ${program}`);
  }
});
