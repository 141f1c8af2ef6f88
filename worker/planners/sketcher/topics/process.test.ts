import { describe, expect, it } from 'vitest';
import { findProcess } from './find.ts';
import { operationsProcesses } from './operations.ts';
import { withSteps } from './process.ts';
import { productProcesses } from './product.ts';

const all = [...productProcesses, ...operationsProcesses];

describe('the known processes', () => {
  it.each(all)(
    '$name names its checked step among its steps, each once',
    ({ steps, check, start, end, match }) => {
      expect(steps).toContain(check.after);
      expect(new Set(steps).size).toBe(steps.length);
      expect([start, end, check.question, check.fix].every((text) => text !== '')).toBe(true);
      expect(match.global).toBe(false);
    },
  );

  it('are found by the word that comes first', () => {
    expect(findProcess('onboarding after hiring')?.name).toBe('Onboarding');
    expect(findProcess('employee onboarding')?.name).toBe('Employee onboarding');
    expect(findProcess('grommets')).toBeNull();
  });
});

it.each([1, 2, 4, 6, 9, 14])('gives exactly %i steps and keeps the checked one', (count) => {
  for (const known of all) {
    const { steps } = withSteps(known, count);
    expect(steps).toHaveLength(count);
    if (count > 1) expect(steps).toContain(known.check.after);
  }
});
