import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canvasObject } from '../../src/canvas/model/object.ts';
import type { Diagram } from '../../src/canvas/model/plan.ts';
import { diagrams } from '../../test/support/diagrams.ts';
import { layOutDiagram } from './layOutDiagram.ts';
import { measureQuality } from './quality/quality.ts';

const FLAWLESS = {
  siblingOverlaps: 0,
  tightGaps: 0,
  textOutside: 0,
  connectorsThroughShapes: 0,
  danglingConnectors: 0,
  looseEnds: 0,
  childrenOutside: 0,
};

async function expectSound(diagram: Diagram): Promise<void> {
  const objects = await layOutDiagram(diagram, (error) => {
    throw error;
  });
  const ids = new Set(objects.map((object) => object.id));
  expect(objects).toHaveLength(ids.size);
  expect(diagram.objects.filter(({ id }) => !ids.has(id))).toEqual([]);
  // The layouts of sequences and of compartments add objects.
  const hasCompartments = diagram.objects.some((object) => 'compartments' in object && object.compartments);
  if (diagram.layout !== 'sequence' && !hasCompartments) expect(objects).toHaveLength(diagram.objects.length);
  for (const object of objects) expect(canvasObject.safeParse(object).error).toBeUndefined();
  expect(measureQuality(objects)).toMatchObject(FLAWLESS);
}

test('lays out any small diagram without a fault', { timeout: 30_000 }, async () => {
  await fc.assert(fc.asyncProperty(diagrams(12), expectSound), { numRuns: 120 });
});

test('lays out any larger diagram without a fault', { timeout: 30_000 }, async () => {
  await fc.assert(fc.asyncProperty(diagrams(60), expectSound), { numRuns: 12 });
});

test('lays out any diagram of about two hundred objects without a fault', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(diagrams(70), expectSound), { numRuns: 5 });
});

test('gives the same geometry for the same diagram', async () => {
  await fc.assert(
    fc.asyncProperty(diagrams(10), async (diagram) => {
      expect(await layOutDiagram(diagram)).toEqual(await layOutDiagram(diagram));
    }),
    { numRuns: 10 },
  );
});
