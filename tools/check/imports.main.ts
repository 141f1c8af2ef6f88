import { join } from 'node:path';
import { cruise, format, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { findFolderCycles } from './findFolderCycles.ts';

/** `npm run check:imports`: fails on an import that .dependency-cruiser.cjs forbids, and on cycles of folders. */
const root = join(import.meta.dirname, '../..');
const checkedFolders = ['src', 'worker', 'tools', 'web', 'test', 'bench'];
const unchecked = /(^|\/)(generated|node_modules)\//;

const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'));
const { output } = await cruise(checkedFolders, { ...options, baseDir: root });
const result = output as ICruiseResult;

const report = await format(result, { outputType: 'err' });
process.stdout.write(String(report.output));

const imports = result.modules.flatMap(({ source, dependencies }) =>
  dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
);
const cycles = findFolderCycles(
  imports.filter(({ from, to }) => !unchecked.test(from) && !unchecked.test(to)),
);
for (const { from, to, imports: cyclic } of cycles) {
  process.stderr.write(`${from} and ${to} depend on each other, directly or through other folders:\n`);
  for (const { from: file, to: imported } of cyclic) process.stderr.write(`  ${file} imports ${imported}\n`);
}
if (report.exitCode > 0 || cycles.length > 0) process.exitCode = 1;
