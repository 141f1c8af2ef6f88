import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { maxBoxesPerJob, maxConnectorsPerJob } from '../../../src/canvas/model/limits.ts';
import { plan } from '../../../src/canvas/model/plan.ts';
import type { ExpectedPlan } from '../cases/case.ts';
import { expectedOfPlan } from '../expectations/expectedOfPlan.ts';

const folder = new URL('../outputs/', import.meta.url);

const output = z.strictObject({
  instruction: z.string(),
  model: z.enum(['strong', 'middling', 'poor']),
  /** A plan; or the text, where the answer isn't JSON alone. */
  output: z.union([z.string(), z.looseObject({})]),
  /** Code of the planner error that this output must end in. */
  fails: z.string().optional(),
});

/** What a model of some strength answers to an instruction. */
export type KeptOutput = {
  name: string;
  instruction: string;
  model: string;
  text: string;
  expected: ExpectedPlan;
};

/** Kept outputs in the form of the planner's schema, good and bad, one file each. */
export function keptOutputs(): KeptOutput[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const kept = output.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      const name = file.slice(0, -'.json'.length);
      const isSound = !/^(?:bad|hostile)-/.test(name);
      return {
        ...{ name, instruction: kept.instruction, model: kept.model, expected: expectedOf(kept, isSound) },
        text: typeof kept.output === 'string' ? kept.output : JSON.stringify(kept.output),
      };
    });
}

/** Of an output with faults, something must be left. */
function expectedOf({ output: answer, fails }: z.infer<typeof output>, isSound: boolean): ExpectedPlan {
  if (fails !== undefined) return { fails };
  const valid = plan.safeParse(answer);
  const most = maxBoxesPerJob + maxConnectorsPerJob;
  return valid.success && isSound ? expectedOfPlan(valid.data) : { count: { object: [1, most] } };
}
