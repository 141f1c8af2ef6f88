import { parseArgs } from 'node:util';
import { isLoopbackName } from '../../src/config/isLoopbackName.ts';
import { isGoalMet, table } from '../figures/figure.ts';
import { startOwnInstallation } from './ownInstallation.ts';
import { type LoadOptions, type LoadResult, runLoad } from './runLoad.ts';

/**
 * `npm run load [-- --url <address>] [--users 10] [--minutes 3] [--rate 150] [--token <token>,…] [--soak] [--chaos]`
 *
 * Users create, follow, edit and cancel on a running deployment, and the required figures are printed. The exit code is
 * 1 when one is missed.
 * - `--rate`: jobs a minute of all users, without those that they cancel
 * - `--token`, or `LOAD_TOKEN`: tokens that the users take in turn; none in demo mode
 * - `--soak`: half an hour
 * - `--chaos`: an installation of its own instead of `--url`, whose workers are killed
 * - `--allow-remote`: needed where `--url` is another machine
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    users: { type: 'string', default: '10' },
    minutes: { type: 'string' },
    rate: { type: 'string', default: '150' },
    token: { type: 'string', default: process.env.LOAD_TOKEN ?? '' },
    soak: { type: 'boolean', default: false },
    chaos: { type: 'boolean', default: false },
    'allow-remote': { type: 'boolean', default: false },
  },
});

function readOptions(): Omit<LoadOptions, 'killWorkers'> {
  const url = new URL(values.url);
  if (!isLoopbackName(url.hostname) && !values['allow-remote']) {
    throw new Error(
      `${url.host} is not this machine. Its users would feel the load, and it keeps the canvases. If it is yours, add --allow-remote.`,
    );
  }
  return {
    url: url.href.replace(/\/$/, ''),
    users: positive('users', values.users),
    minutes: positive('minutes', values.minutes ?? (values.soak ? '30' : '3')),
    jobsPerMinute: positive('rate', values.rate),
    tokens: values.token.split(',').filter((token) => token !== ''),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} must be a number above 0, not "${text}"`);
  return number;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(): Promise<LoadResult> {
  const options = readOptions();
  if (!values.chaos) return runLoad(options);
  const own = await startOwnInstallation(say);
  try {
    return await runLoad({ ...options, url: own.url, tokens: [], killWorkers: own.killWorkers });
  } finally {
    await own.stop();
  }
}

try {
  const { figures, errors, planner } = await run();
  say(`\nPlanner: ${planner}\n${table(figures)}`);
  if (!values.chaos)
    say('Recovery within 5 s: not measured (--chaos kills the workers of an own installation)');
  for (const [message, count] of errors) say(`${count} × ${message}`);
  const missed = figures.filter((figure) => !isGoalMet(figure));
  say(missed.length === 0 ? 'Pass' : `Fail: ${missed.map(({ name }) => name).join('; ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
