import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Allowance, countFindings, findingsBeyond, grownTerms } from './allowance.ts';
import { type Finding, findRuledOutTerms } from './findRuledOutTerms.ts';
import { ruledOutTerms } from './glossaryTerms.ts';

/**
 * `npm run check:words`: fails where code or docs use a term that docs/glossary.md rules out. Uses from before the
 * check are allowed in allowedWords.json, which `npm run check:words -- --update` writes again: it may move a use to
 * another file and shrink, but not grow.
 */
const root = join(import.meta.dirname, '../..');
const allowanceFile = join(import.meta.dirname, 'allowedWords.json');

const checkedFiles = /\.(tsx?|mjs|cjs|js|css|html|md|sql|prisma)$|^\.ci\//;
/** History, what is generated, data of tests, and the list of the terms itself. */
const uncheckedFiles =
  /^CHANGELOG\.md$|^prisma\/migrations\/|^docs\/glossary\.md$|(^|\/)generated\/|^tools\/check\/|^test\/eval\/(outputs|cases)\//;

function readFindings(): Finding[] {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return tracked
    .split('\0')
    .filter((file) => checkedFiles.test(file) && !uncheckedFiles.test(file) && existsSync(join(root, file)))
    .flatMap((file) => findRuledOutTerms(file, readFileSync(join(root, file), 'utf8'), ruledOutTerms));
}

const findings = readFindings();
const allowance: Allowance = existsSync(allowanceFile) ? JSON.parse(readFileSync(allowanceFile, 'utf8')) : {};
const grown = grownTerms(allowance, findings);
const isUpdate = process.argv.includes('--update');
const wrong = isUpdate
  ? findings.filter(({ term }) => grown.includes(term))
  : findingsBeyond(allowance, findings);
for (const { file, line, found, use } of wrong)
  process.stderr.write(`${file}:${line}: "${found}": use ${use}\n`);
if (wrong.length > 0) {
  process.stderr.write(
    `${wrong.length} uses of terms that docs/glossary.md rules out. ` +
      'If old uses moved to another file: npm run check:words -- --update\n',
  );
  process.exitCode = 1;
} else if (isUpdate) {
  writeFileSync(allowanceFile, `${JSON.stringify(countFindings(findings), null, 2)}\n`);
}
