import { readFileSync } from 'node:fs';
import { findRanges, findSupplyFaults, type LockedPackage, listLicences } from './supplyChain.ts';

/**
 * `npm run check:licences` fails where a package of the lock file has a licence that is not allowed or an install script
 * that is not known, or where package.json has a range instead of a version. `npm run licences` lists all packages.
 */
const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const packages: Record<string, LockedPackage> = read('package-lock.json').packages;

if (process.argv.includes('--list')) {
  const lines = listLicences(packages).map(({ name, version, licence, isProduction }) =>
    [name, version, licence, isProduction ? 'production' : 'development'].join('\t'),
  );
  process.stdout.write(`${[...new Set(lines)].join('\n')}\n`);
} else {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json');
  const ranges = findRanges({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const faults = [...findSupplyFaults(packages), ...ranges];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
