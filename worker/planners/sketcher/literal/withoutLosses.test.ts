import { describe, expect, it } from 'vitest';
import { instructionCases } from '../../../../test/eval/evaluation/evalCases.ts';
import { withoutGreeting } from '../instruction/letter.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { sketchPlan } from '../sketchPlan.ts';
import { losesContent } from '../text/lostContent.ts';
import { textsIn, withoutLosses } from './withoutLosses.ts';

/** Categories whose instructions are content and no request: neither templates nor sources. */
const CATEGORIES = /^(?:arrows|conditions|lists|hierarchies|systems|prose|languages)$/;

describe('the content of an instruction', () => {
  const cases = instructionCases().filter(({ category }) => CATEGORIES.test(category));

  it.each(cases.map(({ name, instruction }) => [name, instruction] as const))(
    'stays: %s',
    (_, instruction) => {
      const plan = sketchPlan({ instruction, canvas: null });
      if ('refusal' in plan) throw new Error(plan.refusal);
      expect(losesContent(withoutGreeting(instruction), textsIn(plan))).toBe(false);
    },
  );
});

describe('withoutLosses', () => {
  const drawing = (...texts: string[]) => {
    const plan = new PlanBuilder('Title', 'flow');
    for (const text of texts) plan.node(text);
    return withoutLosses(() => plan);
  };

  it('takes a plan that leaves out words that only hold the text together', () => {
    const read = drawing('check stock', 'ship parcel');
    expect(read('First we check the stock, and then we ship the parcel.')).not.toBeNull();
  });

  it('refuses a plan that leaves out steps', () => {
    expect(drawing('check stock')('check stock, print label, ship parcel')).toBeNull();
  });
});
