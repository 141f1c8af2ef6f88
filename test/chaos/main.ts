import { parseArgs } from 'node:util';
import { cancelScenario } from './cancelScenario.ts';
import { followersEnvironment, followersScenario } from './followersScenario.ts';
import { idleApiEnvironment, idleEnvironment, idleScenario } from './idleScenario.ts';
import { type Installation, startInstallation } from './installation.ts';
import { killScenario } from './killScenario.ts';
import { rollingEnvironment, rollingScenario } from './rollingScenario.ts';
import { storm, stormEnvironment } from './storm.ts';

/**
 * `npm run chaos -- [--scenario storm|kill|cancel|rolling|followers|idle] [--seed n] [--jobs n] [--minutes n] [--tries n] [--subscriptions n] [--keep-logs]`
 *
 * Runs the whole system in processes of their own, breaks them, and says what was wrong afterwards. All that is
 * left to chance is decided by the seed, so that a run can be repeated. Exit code 1 when anything was wrong.
 */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'storm' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: '500' },
    minutes: { type: 'string' },
    subscriptions: { type: 'string', default: '2000' },
    tries: { type: 'string' },
    'keep-logs': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const tries = (usual: number) => Number(values.tries ?? usual);

type Scenario = {
  env: Record<string, string>;
  apiEnv?: Record<string, string>;
  run: (installation: Installation) => Promise<string[]>;
};

const scenarios: Record<string, Scenario> = {
  storm: {
    env: stormEnvironment,
    run: (installation) =>
      storm(installation, { jobs: Number(values.jobs), minutes: Number(values.minutes ?? 15) }),
  },
  kill: { env: {}, run: (installation) => killScenario(installation, tries(50)) },
  cancel: { env: {}, run: (installation) => cancelScenario(installation, tries(200)) },
  rolling: { env: rollingEnvironment, run: (installation) => rollingScenario(installation, tries(100)) },
  followers: {
    env: followersEnvironment,
    run: (installation) => followersScenario(installation, tries(1_000)),
  },
  idle: {
    env: idleEnvironment,
    apiEnv: idleApiEnvironment,
    run: (installation) =>
      idleScenario(installation, {
        subscriptions: Number(values.subscriptions),
        minutes: Number(values.minutes ?? 5),
      }),
  },
};

const began = performance.now();
const say = (line: string) => {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(`${seconds.padStart(7)} s  ${line}\n`);
};

const scenario = scenarios[values.scenario];
if (scenario === undefined) throw new Error(`--scenario is one of ${Object.keys(scenarios).join(', ')}`);
say(`scenario ${values.scenario}, seed ${seed}`);
const installation = await startInstallation(seed, say, scenario.env, scenario.apiEnv);
let violations = ['the run did not come to its end'];
let stopping: Promise<void> | undefined;
const stop = () => {
  stopping ??= installation.stop({ keepLogs: values['keep-logs'] || violations.length > 0 });
  return stopping;
};
/** Whatever ends the run early, nothing that it has started stays. */
const abandon = (why: unknown, exitCode: number) => {
  if (stopping !== undefined) return;
  say(`abandoned: ${String(why)}`);
  void stop().finally(() => process.exit(exitCode));
};
process.on('SIGINT', (signal) => abandon(signal, 130));
process.on('SIGTERM', (signal) => abandon(signal, 143));
process.on('unhandledRejection', (error) => abandon(error, 1));
try {
  violations = await scenario.run(installation);
} catch (error) {
  violations = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
} finally {
  await stop();
}
for (const violation of violations.slice(0, 50)) say(`WRONG: ${violation}`);
say(violations.length === 0 ? 'nothing was wrong' : `${violations.length} things were wrong; seed ${seed}`);
process.exitCode = violations.length === 0 ? 0 : 1;
