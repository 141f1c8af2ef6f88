import { expect, test } from 'vitest';
import type { PlanObject } from '../../../src/canvas/model/plan.ts';
import type { PlannerCanvas } from '../../../worker/planners/planner.ts';
import type { Expected, ExpectedChange } from '../expectations/expected.ts';
import { planOf } from '../notation/planOf.ts';
import { eventsOfAnswer } from '../notation/planText.ts';
import type { EvalCase } from './evalCase.ts';
import { evaluate } from './evaluate.ts';

const common = { name: 'case', category: 'test', source: 'test', instruction: 'do' };

/** Expectations that a canvas does not meet, in words. */
async function unmetBy(notation: string, expected: Expected): Promise<string[]> {
  const plan = () => eventsOfAnswer(JSON.stringify(planOf(notation)));
  return unmet({ ...common, kind: 'new', plan, expected });
}

/** Expectations that a change does not meet, in words. @param change Objects of a plan, from the canvas as it is shown. */
async function unmetByChange(
  base: string,
  change: (idOf: (text: string) => string) => PlanObject[],
  expected: ExpectedChange,
): Promise<string[]> {
  const plan = ({ canvas }: { canvas: PlannerCanvas | null }) => {
    const idOf = (text: string) => canvas?.objects.find((object) => object.text === text)?.id ?? '';
    const objects = change(idOf);
    return eventsOfAnswer(JSON.stringify({ title: 'Changed', layout: 'flow', direction: null, objects }));
  };
  return unmet({ ...common, kind: 'change', base, setup: {}, plan, expected });
}

async function unmet(evalCase: EvalCase): Promise<string[]> {
  const { checks } = await evaluate(evalCase);
  return checks.filter(({ isMet }) => !isMet).map(({ what }) => what);
}

const flow =
  'flow right: Offer\n[Sales] Write; <Ok?>\nWrite -> Ok?\nOk? -> Send #green: yes\nOk? -> Write: no';

test('a canvas that shows what is expected meets everything', async () => {
  const expected: Expected = {
    ...{
      title: 'Offer',
      layout: 'flow',
      texts: 'Write; Ok',
      edges: 'Write -> Ok; Ok -> Send: yes; Ok -- Write: no',
    },
    ...{
      inside: { Sales: 'Write; Ok' },
      order: 'Write; Send',
      paths: 'Write -> Send',
      noPaths: 'Send -> Write',
      peers: 'Write; Send',
      count: { shape: 3, frame: 1, connector: [3, 4] },
    },
    ...{ shapes: { diamond: 'Ok' }, decisions: 'Ok', noEdges: 'Send -> Write', absent: 'offer; draw' },
  };
  expect(await unmetBy(flow, expected)).toEqual([]);
});

test.each<[Expected, string]>([
  [{ title: 'Contract', others: 9 }, 'the title is "Contract", not "Offer"'],
  [{ texts: 'Sign', others: 9 }, '"Sign" is drawn'],
  [{ texts: 'Write; Sales; Ok' }, 'at most 0 other texts, not 1: "Send"'],
  [{ edges: 'Send -> Write', others: 9 }, 'a connector from "Send" to "Write"'],
  [{ edges: 'Ok -> Send: no', others: 9 }, '"no" on the connector from "Ok" to "Send"'],
  [{ noEdges: 'Ok -> Send' }, 'no connector from "Ok" to "Send"'],
  [{ inside: { Sales: 'Send' }, others: 9 }, '"Send" is in the frame "Sales"'],
  [{ order: 'Send; Write', others: 9 }, '"Send, Write" in this order: "Send" is not before "Write"'],
  [{ count: { sticky: 1 } }, 'sticky: 1, not 0'],
  [{ shapes: { ellipse: 'Ok' }, others: 9 }, '"Ok" is a ellipse'],
  [{ colors: { red: 'Send' }, others: 9 }, '"Send" is red'],
  [{ absent: 'write' }, 'nothing says "write", as "Write" does'],
  [{ decisions: 'Write', others: 9 }, '"Write" is decided'],
  [{ warning: '~chart' }, 'a warning mentions chart'],
  [{ beside: { Send: 'Sales' }, others: 9 }, '"Sales" belongs to "Send"'],
  [{ paths: 'Send -> Ok', others: 9 }, 'a way from "Send" to "Ok"'],
  [{ noPaths: 'Write -> Send' }, 'no way from "Write" to "Send"'],
  [{ noPaths: 'Sign -> Send' }, 'no way from "Sign" to "Send"'],
  [{ peers: 'Ok; Send; Write', others: 9 }, '"Ok, Send, Write" are of equal rank: "Ok?" is above the others'],
  [{ inLine: 'Send; Write', others: 9 }, '"Send, Write" stand in one line'],
])('%o is found unmet', async (expected, what) => {
  expect(await unmetBy(flow, expected)).toEqual([what]);
});

test('steps of a flow stand in one line', async () => {
  expect(await unmetBy('flow right: Line\nOne -> Two -> Three', { inLine: 'One; Two; Three' })).toEqual([]);
});

test('rows of a table belong to their head, and not to another one', async () => {
  const table = 'grid: Table\nFree; 0; 1\nTeam; 20; 10';
  const expected = { beside: { Free: '0', Team: '20' } };
  expect(await unmetBy(`${table}\nFree -> 0; Team -> 20`, { ...expected, others: 9 })).toEqual([]);
  expect(await unmetBy('grid: Table\n[Free] 20\n[Team] 0', expected)).toHaveLength(2);
});

const line = 'flow right: Line\nOne -> Two -> Three';
const update = (target: string, some: Partial<Extract<PlanObject, { type: 'update' }>>): PlanObject => ({
  ...{ type: 'update', id: 'u', target, text: null, color: null, parent: null },
  ...some,
});

test('a change that does what is expected, and nothing else, meets everything', async () => {
  const change = await unmetByChange(
    line,
    (idOf) => [update(idOf('Two'), { text: 'Second', color: 'red' })],
    {
      renamed: { Two: 'Second' },
      colors: { red: 'Second' },
    },
  );
  expect(change).toEqual([]);
});

test('what a change does beside what is expected is found', async () => {
  const change = (idOf: (text: string) => string) => [
    update(idOf('Two'), { color: 'red' }),
    ...planOf('flow right: More\nNew').objects,
    { type: 'delete', id: 'd', target: idOf('Three') } as const,
  ];
  expect(await unmetByChange(line, change, { gone: 'Three' })).toEqual([
    'at most 0 other texts are added: "New"',
    'nothing else is changed: "Two"',
  ]);
});

test('a change that must fail is not met by drawing anything', async () => {
  const unmet = await unmetByChange(line, () => planOf('grid: Note\nblah').objects, { fails: '~what' });
  expect(unmet).toEqual([
    'nothing changes, but "blah" was added',
    'the job fails with a reason',
    'the reason mentions what',
  ]);
});
