import { parseArgs } from 'node:util';
import { abuse } from './abuse/abuseScenario.ts';
import { startProduct } from './abuse/product.ts';
import { type Installation, startInstallation } from './installation/installation.ts';
import { cancelScenario } from './scenarios/cancelScenario.ts';
import { idleApiEnvironment, idleEnvironment, idleScenario } from './scenarios/idleScenario.ts';
import { killScenario } from './scenarios/killScenario.ts';
import { rollingEnvironment, rollingScenario } from './scenarios/rollingScenario.ts';
import { storm, stormEnvironment } from './scenarios/storm.ts';
import { subscribersEnvironment, subscribersScenario } from './scenarios/subscribersScenario.ts';

/**
 * `npm run chaos -- [--scenario storm|kill|cancel|rolling|subscribers|idle|abuse] [--seed n] [--jobs n] [--per-user n] [--minutes n] [--tries n] [--subscriptions n] [--keep-logs]`
 *
 * Runs the whole system in processes of their own, injects faults, and reports violations. The seed decides everything
 * random, so that a run can be repeated. `--per-user` is `MAX_CONCURRENT_JOBS_PER_USER` of the storm, whose jobs are all
 * of one user. Exit code 1 when there was a violation.
 */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'storm' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: '500' },
    'per-user': { type: 'string' },
    minutes: { type: 'string' },
    subscriptions: { type: 'string', default: '2000' },
    tries: { type: 'string' },
    'keep-logs': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const tries = (usual: number) => Number(values.tries ?? usual);

const perUser = values['per-user'] === undefined ? null : Number(values['per-user']);
const minutes = (usual: number) => Number(values.minutes ?? usual);

/** A scenario that has been started. */
type Run = {
  /** Runs the scenario. @returns Violations. */
  violations(): Promise<string[]>;
  /** @returns Violations of the stop. */
  stop(options: { keepLogs: boolean }): Promise<string[]>;
};

/** Runs a scenario on an API, workers, a database and a provider that it controls one by one. */
const onInstallation =
  (
    run: (installation: Installation) => Promise<string[]>,
    env: Record<string, string> = {},
    apiEnv: Record<string, string> = {},
  ) =>
  async (): Promise<Run> => {
    const installation = await startInstallation(seed, report, env, apiEnv);
    return {
      violations: () => run(installation),
      stop: (options) => installation.stop(options).then(() => []),
    };
  };

/** Runs the abuse scenario on the processes of `npm start`. */
async function onProduct(): Promise<Run> {
  const product = await startProduct(seed);
  return {
    violations: () => abuse(product, { seed, minutes: minutes(10), report }),
    async stop({ keepLogs }) {
      const violations = await product.stop();
      if (keepLogs || violations.length > 0) report(`logs: ${product.dataDir}`);
      else await product.removeFiles();
      return violations;
    },
  };
}

const scenarios: Record<string, () => Promise<Run>> = {
  storm: onInstallation(
    (installation) => storm(installation, { jobs: Number(values.jobs), minutes: minutes(15), perUser }),
    stormEnvironment(perUser),
  ),
  kill: onInstallation((installation) => killScenario(installation, tries(50))),
  cancel: onInstallation((installation) => cancelScenario(installation, tries(200))),
  rolling: onInstallation((installation) => rollingScenario(installation, tries(100)), rollingEnvironment),
  subscribers: onInstallation(
    (installation) => subscribersScenario(installation, tries(1_000)),
    subscribersEnvironment,
  ),
  idle: onInstallation(
    (installation) =>
      idleScenario(installation, { subscriptions: Number(values.subscriptions), minutes: minutes(5) }),
    idleEnvironment,
    idleApiEnvironment,
  ),
  abuse: onProduct,
};

const began = performance.now();
function report(line: string) {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(`${seconds.padStart(7)} s  ${line}\n`);
}

const scenario = scenarios[values.scenario];
if (scenario === undefined) throw new Error(`--scenario is one of ${Object.keys(scenarios).join(', ')}`);
report(`scenario ${values.scenario}, seed ${seed}`);
const run = await scenario();
let violations = ['the run was not completed'];
let stopping: Promise<string[]> | undefined;
function stop() {
  stopping ??= run.stop({ keepLogs: values['keep-logs'] || violations.length > 0 });
  return stopping;
}
/** Stops everything when the run ends early. */
function abandon(why: unknown, exitCode: number) {
  if (stopping !== undefined) return;
  report(`abandoned: ${String(why)}`);
  void stop().finally(() => process.exit(exitCode));
}
process.on('SIGINT', (signal) => abandon(signal, 130));
process.on('SIGTERM', (signal) => abandon(signal, 143));
process.on('unhandledRejection', (error) => abandon(error, 1));
try {
  violations = await run.violations();
} catch (error) {
  violations = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  // At once: stopping can fail, too.
  report(`broke off: ${violations[0]}`);
} finally {
  violations.push(...(await stop()));
}
for (const violation of violations.slice(0, 50)) report(`VIOLATION: ${violation}`);
report(violations.length === 0 ? 'no violations' : `${violations.length} violations; seed ${seed}`);
process.exitCode = violations.length === 0 ? 0 : 1;
