import { describe, expect, test } from 'vitest';
import { changeCases } from './evalCases.ts';
import { evaluate } from './evaluate.ts';
import { categoriesBelowFloor, moreFaultsThanBefore } from './floors.ts';
import { verdictOf, violationsOf } from './verdict.ts';

describe('canvases of changes', async () => {
  const evaluations = await Promise.all(changeCases().map((each) => evaluate(each)));
  const verdict = verdictOf(evaluations);

  test.each(evaluations)('$name has expectations and is drawn without a fault', (evaluation) => {
    expect(evaluation.checks).not.toEqual([]);
    expect(violationsOf(evaluation)).toEqual([]);
  });

  test('no category meets less of its expectations than before', () => {
    expect(categoriesBelowFloor(verdict.categories)).toEqual([]);
  });

  test('there are no more faults of geometry than before', () => {
    expect(moreFaultsThanBefore('changes', verdict)).toEqual([]);
  });
});
