import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { createPlanner } from '../../worker/createPlanner.ts';
import { compareGraphs } from './comparison/compareGraphs.ts';
import { comparisonByGraph, comparisonSheet, comparisonTable } from './comparison/comparisonReport.ts';
import type { EvalCase } from './evaluation/evalCase.ts';
import { changeCases, instructionCases, planCases } from './evaluation/evalCases.ts';
import { type Evaluation, evaluate } from './evaluation/evaluate.ts';
import { verdictOf } from './evaluation/verdict.ts';
import { findChromium, takePictures } from './pictures/takePictures.ts';
import { contactSheet } from './report/contactSheet.ts';
import { caseInWords, categoryTable, reportOf, summaryOf, worstCases } from './report/report.ts';

/**
 * `npm run eval -- [--planner sketcher|plans|openai] [--case pattern] [--category pattern] [--worst count] [--json]
 * [--out dir] [--no-pictures] [--no-graphs]`
 *
 * Plans and lays out canvases of all kinds, checks what is expected of each, measures them, and draws them on a contact
 * sheet. Without `--planner`: instructions and changes by the built-in sketcher, and plans in the manner of models.
 * `openai` asks the model that the environment configures. Graphs are compared with Mermaid and Graphviz unless cases
 * are chosen. Exit code 1 when a canvas has a fault that none may have.
 */
const { values } = parseArgs({
  options: {
    planner: { type: 'string' },
    case: { type: 'string' },
    category: { type: 'string' },
    worst: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: '.data/eval' },
    pictures: { type: 'boolean', default: true },
    graphs: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** Previews that movement is measured over: as many as a viewer of a quick model sees. */
const previewCount = 12;

/** What is for people goes to the error stream where the report goes to the other. */
const print = (text: string) => (values.json ? process.stderr : process.stdout).write(`${text}\n`);

const casesOf: Record<string, () => EvalCase[]> = {
  sketcher: () => [...instructionCases(), ...changeCases()],
  plans: planCases,
  openai: modelCases,
};

function modelCases(): EvalCase[] {
  const config = readConfig();
  if (config.openai === null)
    throw new Error('--planner openai wants OPENAI_API_KEY or OPENAI_BASE_URL (and OPENAI_MODEL) to be set');
  const planner = createPlanner(config);
  return [...instructionCases(planner), ...changeCases(planner)];
}

function chosenCases(): EvalCase[] {
  const planners = values.planner === undefined ? ['sketcher', 'plans'] : [values.planner];
  const [name, category] = [new RegExp(values.case ?? '', 'i'), new RegExp(values.category ?? '', 'i')];
  const chosen = planners
    .flatMap((planner) => {
      const cases = casesOf[planner];
      if (cases === undefined) throw new Error(`--planner is one of ${Object.keys(casesOf).join(', ')}`);
      return cases();
    })
    .filter((each) => name.test(each.name) && category.test(each.category));
  if (chosen.length === 0) throw new Error('No case has that name and category');
  return chosen;
}

async function draw(page: string, html: string): Promise<void> {
  const file = join(out, `${page}.html`);
  await writeFile(file, html);
  print(`${page}: ${file}`);
  if (!values.pictures) return;
  if (chromium === null) print('no PNG files: no Chromium or Chrome was found in its usual places');
  else
    print(`pictures: ${await takePictures(chromium, file, join(out, page))} PNG files in ${join(out, page)}`);
}

const isChoice = values.case !== undefined || values.category !== undefined;
const chromium = findChromium();
const out = resolve(values.out);
await mkdir(out, { recursive: true });

const evaluations: Evaluation[] = [];
for (const each of chosenCases()) evaluations.push(await evaluate(each, previewCount));
const verdict = verdictOf(evaluations);
const comparison = values.graphs && !isChoice ? await compareGraphs(chromium) : null;

print(isChoice ? evaluations.map(caseInWords).join('\n') : worstCases(evaluations, Number(values.worst)));
print(`\n${categoryTable(verdict)}\n\n${summaryOf(verdict)}`);
if (comparison !== null) print(`\n${comparisonByGraph(comparison)}\n\n${comparisonTable(comparison)}`);

const report = reportOf(
  evaluations,
  verdict,
  comparison?.map(({ name, measured }) => ({ name, measured })),
);
await writeFile(join(out, 'report.json'), report);
if (values.json) process.stdout.write(report);
await draw('contact-sheet', contactSheet(evaluations));
if (comparison !== null) await draw('graphs', comparisonSheet(comparison));
if (verdict.violations.length > 0) process.exitCode = 1;
