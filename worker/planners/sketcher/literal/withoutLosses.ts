import type { PlanObject } from '../../../../src/canvas/model/plan.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { losesContent } from '../text/lostContent.ts';
import type { LiteralReader } from './literalReaders.ts';

/** A reader whose plan is only taken where it shows what a text says; the next reader has its turn otherwise. */
export function withoutLosses(read: LiteralReader): LiteralReader {
  return (text) => {
    const plan = read(text);
    return plan !== null && losesContent(text, textsIn(plan.finish())) ? null : plan;
  };
}

/** All texts of a plan. */
export function textsIn({ header, objects }: CompletePlan): string[] {
  return [header.title, ...objects.flatMap(textsOf).filter((text) => text !== null)];
}

function textsOf(object: PlanObject): (string | null)[] {
  if (object.type === 'frame') return [object.title];
  if (object.type === 'edge') return [object.label];
  return object.type === 'node' ? [object.text, ...(object.compartments ?? [])] : [];
}
