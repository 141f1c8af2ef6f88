import { readFile, writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { schema } from '../../src/api/schema.ts';

/** `npm run schema` writes schema.graphql; with `--check` it fails when the file is out of date. */

const file = new URL('../../schema.graphql', import.meta.url);
const printed = `${printSchema(schema)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8')) !== printed) {
  process.stderr.write('schema.graphql is out of date. Run `npm run schema` and commit the result.\n');
  process.exitCode = 1;
}
