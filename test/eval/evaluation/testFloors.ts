import { describe, expect, test } from 'vitest';
import type { EvalCase } from './evalCase.ts';
import { evaluate } from './evaluate.ts';
import { categoriesBelowFloor, moreFaultsThanBefore } from './floors.ts';
import { verdictOf, violationsOf } from './verdict.ts';

/** Tests that a group of cases is drawn without a fault, and no worse than before. One group a file: they run in parallel. */
export function testFloors(
  group: Parameters<typeof moreFaultsThanBefore>[0],
  cases: readonly EvalCase[],
): void {
  describe(`canvases of ${group}`, async () => {
    const evaluations = await Promise.all(cases.map((each) => evaluate(each)));
    const verdict = verdictOf(evaluations);

    test.each(evaluations)('$name has expectations and is drawn without a fault', (evaluation) => {
      expect(evaluation.checks).not.toEqual([]);
      expect(violationsOf(evaluation)).toEqual([]);
    });

    test('no category meets less of its expectations than before', () => {
      expect(categoriesBelowFloor(verdict.categories)).toEqual([]);
    });

    test('there are no more faults of geometry than before', () => {
      expect(moreFaultsThanBefore(group, verdict)).toEqual([]);
    });
  });
}
