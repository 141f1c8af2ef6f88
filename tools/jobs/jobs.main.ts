import { parseArgs } from 'node:util';
import { validate as isUuid } from 'uuid';
import { decodeId } from '../../src/api/graphql/ids.ts';
import { connect } from '../../src/database/connection.ts';
import { refuseUnmigratedDatabase } from '../../src/database/migrations/migrationState.ts';
import { sentenceOf } from '../../src/database/outages/failure.ts';
import { createLogger } from '../../src/log.ts';
import { onDatabase } from '../postgres/onDatabase.ts';
import { readStory } from './readStory.ts';
import { tellStory } from './tellStory.ts';

/** `npm run jobs -- show <id>`: prints all that is known of a job. */
const usage = 'Use: npm run jobs -- show <id of the job> [--instruction]';

function readArguments(): { id: string; withTexts: boolean } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { instruction: { type: 'boolean', default: false } },
  });
  const [command, given, ...rest] = positionals;
  if (command !== 'show' || given === undefined || rest.length > 0) throw new Error(usage);
  const id = isUuid(given) ? given : decodeId('CanvasJob', given);
  if (id === null)
    throw new Error(`${given} is not the id of a job: neither a UUID nor the \`id\` of a \`CanvasJob\`.`);
  return { id, withTexts: values.instruction };
}

async function show(url: string, { id, withTexts }: ReturnType<typeof readArguments>): Promise<string[]> {
  const database = connect(url, 2, createLogger('jobs', 'silent'));
  try {
    await refuseUnmigratedDatabase(database.pool);
    const story = await readStory(database, id);
    if (story !== undefined) return tellStory(story, withTexts);
  } finally {
    await database.close();
  }
  return [];
}

try {
  const request = readArguments();
  const lines = await onDatabase((url) => show(url, request), { mustExist: true });
  if (lines.length === 0) {
    throw new Error(
      `There is no job ${request.id}. It may have been cleaned up (JOB_CLEANUP_DAYS), or be in another database.`,
    );
  }
  process.stdout.write(`${lines.join('\n').trimEnd()}\n`);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
