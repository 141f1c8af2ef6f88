import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { sketcherCases } from './instructions.ts';
import { outputCases } from './outputs.ts';
import { verdictOf, violationsOf } from './verdict.ts';

const evaluateAll = (cases: ReturnType<typeof outputCases>) =>
  Promise.all(cases.map((each) => evaluate(each, 0)));

const ofOutputs = evaluateAll(outputCases());
const ofSketcher = evaluateAll(sketcherCases());

/** What the kept outputs may come to in all: better is welcome, worse is a regression. */
const worst = { labelOverlaps: 0, sharedPieces: 20, crossings: 290, bends: 910 };

describe('canvases of the kept outputs', async () => {
  const evaluations = await ofOutputs;

  test.each(evaluations)('$name is drawn without a fault, or fails as it should', (evaluation) => {
    expect(violationsOf(evaluation)).toEqual([]);
  });

  test('as a whole they are no worse than they were', () => {
    const { totals } = verdictOf(evaluations);
    for (const [metric, most] of Object.entries(worst))
      expect(totals, metric).toSatisfy((all: typeof worst) => all[metric as keyof typeof worst] <= most);
  });
});

describe('canvases of the sketcher', async () => {
  const evaluations = await ofSketcher;

  test.each(evaluations)('$name is drawn without a fault', (evaluation) => {
    expect(violationsOf(evaluation)).toEqual([]);
    expect(evaluation.objects).not.toEqual([]);
  });
});

test('nearly all canvases are within 1:3 to 3:1', async () => {
  const all = [...(await ofOutputs), ...(await ofSketcher)];
  expect(verdictOf(all).proportionate).toBeGreaterThanOrEqual(0.95);
});
