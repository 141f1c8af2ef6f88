import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contactSheet } from './contactSheet.ts';
import { type EvalCase, type Evaluation, evaluate } from './evaluate.ts';
import { modelCases, sketcherCases } from './instructions.ts';
import { outputCases } from './outputs.ts';
import { findChromium, takePictures } from './pictures.ts';
import { reportOf, tableOf } from './report.ts';
import { verdictOf } from './verdict.ts';

/**
 * `npm run eval -- [--planner sketcher|outputs|openai] [--only pattern] [--out dir] [--no-pictures]`
 *
 * Plans and lays out canvases of all kinds, measures them, and draws them on a contact sheet to look at. Without
 * `--planner`: the built-in sketcher and the kept outputs in the planner's schema. `openai` asks the model that the
 * environment configures. Exit code 1 when a canvas is not as it must be.
 */
const { values } = parseArgs({
  options: {
    planner: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string', default: '.data/eval' },
    pictures: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const casesOf: Record<string, () => EvalCase[]> = {
  sketcher: sketcherCases,
  outputs: outputCases,
  openai: modelCases,
};

/** Previews that movement is measured over: as many as a viewer of a quick model sees. */
const previewCount = 12;

const print = (line: string) => process.stdout.write(`${line}\n`);

function chosenCases(): EvalCase[] {
  const planners = values.planner === undefined ? ['sketcher', 'outputs'] : [values.planner];
  const pattern = new RegExp(values.only ?? '', 'i');
  return planners
    .flatMap((planner) => {
      const cases = casesOf[planner];
      if (cases === undefined) throw new Error(`--planner is one of ${Object.keys(casesOf).join(', ')}`);
      return cases();
    })
    .filter(({ name, instruction }) => pattern.test(name) || pattern.test(instruction));
}

async function draw(evaluations: readonly Evaluation[], out: string): Promise<void> {
  const sheet = join(out, 'contact-sheet.html');
  await writeFile(sheet, contactSheet(evaluations));
  print(`contact sheet: ${sheet}`);
  if (!values.pictures) return;
  const program = findChromium();
  if (program === null) print('no PNG files: no Chromium or Chrome was found in its usual places');
  else print(`pictures: ${await takePictures(program, sheet, out)} PNG files in ${out}`);
}

const out = resolve(values.out);
await mkdir(out, { recursive: true });
const cases = chosenCases();
if (cases.length === 0) throw new Error(`No case is called ${values.only}`);
const evaluations: Evaluation[] = [];
for (const each of cases) evaluations.push(await evaluate(each, previewCount));
const verdict = verdictOf(evaluations);
print(tableOf(evaluations, verdict));
await writeFile(join(out, 'report.json'), reportOf(evaluations, verdict));
await draw(evaluations, out);
if (verdict.violations.length > 0) process.exitCode = 1;
