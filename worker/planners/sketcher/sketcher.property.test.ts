import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan as planSchema } from '../../../src/canvas/model/plan.ts';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { eventsFor, planFor } from '../../../test/support/sketchedPlan.ts';
import type { PlannerCanvas } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';

const words = fc.constantFrom(
  'if',
  'payment fails',
  'otherwise',
  '->',
  ',',
  ';',
  ':',
  '\n',
  '\n  - ',
  '\n# ',
  '(',
  ')',
  '|',
  'kanban',
  'SWOT',
  'todo',
  'mind map',
  'timeline',
  'Jan',
  'report to',
  'under',
  'two engineers',
  'add',
  'remove',
  'to',
  'after',
  'Start',
  'verify email',
  'go back to',
  '?',
  '。',
  '🎉',
  'compare',
  'vs',
  'org chart',
  '1.',
  'and',
  'then',
  '<b>',
  '"',
);
const instructions = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
);
const canvas = plannerCanvas([
  { id: 's1', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null },
  { id: 's2', kind: 'SHAPE', text: 'Verify email', shape: 'RECTANGLE', parent: null },
  { id: 'f1', kind: 'FRAME', text: 'Todo', parent: null },
  { id: 'c1', kind: 'CONNECTOR', text: null, from: 's1', to: 's2' },
]);

/** What must hold of every plan, whatever was asked. */
async function check(instruction: string, on: PlannerCanvas | null): Promise<void> {
  const { header, objects } = await planFor(instruction, on);
  expect(planSchema.safeParse({ ...header, objects }).error).toBeUndefined();
  const ids = objects.map((object) => object.id);
  expect(new Set(ids).size).toBe(ids.length);
  const boxes = new Set([...ids, ...(on?.objects.map((object) => object.id) ?? [])]);
  for (const object of objects) {
    if (object.type === 'edge') expect([object.from, object.to].every((id) => boxes.has(id))).toBe(true);
    if (object.type === 'node' && object.parent !== null) expect(boxes.has(object.parent)).toBe(true);
    if (object.type === 'node') expect(object.text).not.toMatch(/^\s+$/);
    if (object.type === 'node') expect(object.text.length).toBeLessThanOrEqual(200);
    if (object.type === 'update' || object.type === 'delete') expect(boxes.has(object.target)).toBe(true);
  }
  const nodes = objects.filter((object) => object.type === 'node');
  expect(nodes.length).toBeLessThanOrEqual(200);
  expect(objects.length).toBeGreaterThan(0);
  expect(await eventsFor(instruction, on)).toEqual(await eventsFor(instruction, on));
}

function expectReason(error: unknown): void {
  if (!(error instanceof PlannerError)) throw error;
  expect(error).toMatchObject({
    code: 'INSTRUCTION_NOT_UNDERSTOOD',
    message: expect.stringMatching(/“.+”/s),
  });
}

describe('any text', () => {
  it('gives a valid, resolvable, repeatable plan of a new canvas, or a reason why there is none', async () => {
    await fc.assert(
      fc.asyncProperty(instructions, (instruction) => check(instruction, null).catch(expectReason)),
      { numRuns: 300 },
    );
  });

  it('gives a valid, resolvable, repeatable change of a canvas, or a reason why there is none', async () => {
    await fc.assert(
      fc.asyncProperty(instructions, (instruction) => check(instruction, canvas).catch(expectReason)),
      { numRuns: 300 },
    );
  });
});
