import fc from 'fast-check';
import {
  type Diagram,
  type PlanEdge,
  type PlanFrame,
  type PlanNode,
  planColor,
  planDirection,
  planEnds,
  planLayout,
  planShape,
} from '../../src/canvas/model/plan.ts';

/** Random diagrams for property tests: any that a planner may give once its references have been checked. */

/** A valid UUID from a small number, so that failures can be read. */
export function idOf(kind: number, index: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

const words = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 8 }) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen') },
  { weight: 1, arbitrary: fc.constant('流れ図のテキストを折り返す（テスト）。') },
  { weight: 1, arbitrary: fc.constant('👩‍👩‍👧‍👦🎉 party 🎉👍🏽') },
  { weight: 1, arbitrary: fc.constant('مرحبا بالعالم שלום עולם') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 30 }).map((text) => text.slice(0, 200)) },
);

const frames = (count: number): fc.Arbitrary<PlanFrame[]> =>
  fc
    .array(
      fc.record({ title: words, parent: fc.nat(), slot: fc.constantFrom(null, 'strengths', 'threats', 'x') }),
      {
        maxLength: count,
        size: 'max',
      },
    )
    .map((list) =>
      list.map(({ title, parent, slot }, index) => ({
        type: 'frame',
        id: idOf(1, index),
        title,
        // Only earlier frames hold later ones: no cycles.
        parent: index > 0 && parent % 3 > 0 ? idOf(1, parent % index) : null,
        slot,
      })),
    );

const nodes = (count: number, frameCount: number): fc.Arbitrary<PlanNode[]> =>
  fc
    .array(
      fc.record({
        shape: planShapeArbitrary,
        text: words,
        color: fc.option(fc.constantFrom(...planColor.options)),
        parent: fc.nat(),
        order: fc.option(fc.integer({ min: 0, max: 9 })),
        compartments: fc.oneof(
          { weight: 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.array(words, { maxLength: 3 }) },
        ),
      }),
      { maxLength: count, size: 'max' },
    )
    .map((list) =>
      list.map(({ parent, ...rest }, index) => ({
        type: 'node',
        id: idOf(2, index),
        ...rest,
        parent: frameCount > 0 && parent % 3 > 0 ? idOf(1, parent % frameCount) : null,
      })),
    );

const planShapeArbitrary = fc.constantFrom(...planShape.options);

function edges(items: readonly (PlanFrame | PlanNode)[], count: number): fc.Arbitrary<PlanEdge[]> {
  if (items.length === 0) return fc.constant([]);
  const end = fc.constantFrom(...items.map(({ id }) => id));
  const frameIds = items.filter(({ type }) => type === 'frame').map(({ id }) => id);
  return fc
    .array(
      fc.record({
        from: end,
        to: end,
        label: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: words }),
        style: fc.constantFrom(null, 'solid' as const, 'dashed' as const),
        ends: fc.constantFrom(null, ...planEnds.options),
        parent: fc.constantFrom(null, ...frameIds),
      }),
      { maxLength: count, size: 'max' },
    )
    .map((list) => list.map((edge, index) => ({ type: 'edge', id: idOf(3, index), ...edge })));
}

/** Any diagram with at most so many nodes, a third as many frames, and one and a half as many edges. */
export function diagrams(size: number): fc.Arbitrary<Diagram> {
  return frames(Math.ceil(size / 3))
    .chain((frameList) => nodes(size, frameList.length).map((nodeList) => [...frameList, ...nodeList]))
    .chain((items) => edges(items, Math.ceil(size * 1.5)).map((edgeList) => [...items, ...edgeList]))
    .chain((objects) =>
      fc.record({
        layout: fc.constantFrom(...planLayout.options),
        direction: fc.option(fc.constantFrom(...planDirection.options)),
        objects: fc.constant(objects),
      }),
    );
}
