import { copyFile, readFile } from 'node:fs/promises';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * Compares schema.graphql with the schema of the last release. `npm run check:breaking` fails when a client of
 * that release would break; `npm run schema:release` makes the present schema the last release's.
 */

const present = new URL('../../schema.graphql', import.meta.url);
const released = new URL('../../schema.released.graphql', import.meta.url);

const read = async (file: URL) => buildSchema(await readFile(file, 'utf8'));

if (process.argv.includes('--release')) {
  await copyFile(present, released);
} else {
  const changes = await diff(await read(released), await read(present));
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  for (const { message, path } of breaking) process.stderr.write(`${path ?? 'schema'}: ${message}\n`);
  if (breaking.length > 0) {
    process.stderr.write(
      'This would break clients of the last release. Keep the old beside the new and deprecate it; see ' +
        '"Changes of the schema" in docs/api.md.\n',
    );
    process.exitCode = 1;
  }
}
