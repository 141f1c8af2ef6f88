import { describe, expect } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { readObjects } from '../../../src/canvas/versions/objectRows.ts';
import { measureQuality } from '../../../worker/layout/quality/quality.ts';
import { change } from '../../support/canvases.ts';
import { create, history } from '../../support/jobs.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

/** Changes of canvases as people ask for them: what is there, what is asked for, and which boxes that touches. */
type ChangeCase = { base: string; instruction: string; touches: string[] };

const flow = 'Sign up, verify email, choose plan, pay, done';
const branching = 'Sign up, verify email, choose plan; if payment fails, retry';
const arrows = 'draft -> review -> publish\nreview -> draft';
const kanban = `Kanban for a launch
To do: pricing page, release notes
Doing: landing page
Done: logo, name`;
const swot = `SWOT of pricing
Strengths: simple, known
Weaknesses: slow
Opportunities: Asia
Threats: rivals`;
const mindMap = 'Mind map of a conference: venue, speakers, tickets';
const orgChart = `Org chart
CEO
  CTO
    Dev
    Ops
  CFO
    Tax`;
const roadmap = 'Roadmap: Q1 research, Q2 build, Q3 beta';

const on = (base: string, cases: Record<string, string[]>): ChangeCase[] =>
  Object.entries(cases).map(([instruction, touches]) => ({ base, instruction, touches }));

const changeCases: ChangeCase[] = [
  ...on(flow, {
    'add Invite team after Choose plan': [],
    'add Captcha before Sign up': [],
    'add Invoice, Receipt between Choose plan and Pay': [],
    'add Survey after Done': [],
    'add Refund': [],
    'rename Pay to Check out': ['Pay'],
    'rename Pay to Enter the details of the card and confirm the payment with your bank': ['Pay'],
    'remove Choose plan': ['Choose plan'],
    'make Verify email green': ['Verify email'],
    'highlight Pay': ['Pay'],
    'connect Done to Sign up labelled next team': [],
    'disconnect Verify email from Choose plan': [],
    'make Pay red; rename Done to Finished; remove Sign up': ['Done', 'Pay', 'Sign up'],
    'SWOT of our pricing': [],
  }),
  ...on(branching, {
    'add Legal check after Verify email': [],
    'add Fraud check before Retry': [],
    'rename Retry to Try another card': ['Retry'],
    'remove Retry': ['Retry'],
  }),
  ...on(arrows, {
    'add Archive after Publish': [],
    'add Legal after Review; add Translate before Publish': [],
    'remove Review': ['Review'],
  }),
  ...on(kanban, {
    'add Press release to Doing': [],
    'add one, two, three, four and five to Doing': [],
    'add Party to Done': [],
    'move Pricing page to Doing': ['Pricing page'],
    'move Landing page to Done': ['Landing page'],
    'rename Doing to In progress': ['Doing'],
    'remove Logo': ['Logo'],
    'make Release notes red': ['Release notes'],
  }),
  ...on(swot, {
    'add Loyal customers to Strengths': [],
    'add Churn to Threats': [],
    'rename Asia to Southeast Asia': ['Asia'],
  }),
  ...on(mindMap, {
    'add Catering': [],
    'remove Tickets': ['Tickets'],
    'rename Venue to A venue with room for a thousand visitors and a garden': ['Venue'],
  }),
  ...on(orgChart, {
    'add COO under CEO': [],
    'add Test under CTO; add Audit under CFO': [],
    'remove Dev': ['Dev'],
    'rename Ops to Platform': ['Ops'],
  }),
  ...on(roadmap, {
    'add Launch after Q3: Beta': [],
    'make Q2: Build red': ['Q2: Build'],
  }),
];

type Read = (canvasId: string) => Promise<CanvasObject[]>;

/** `read`: what is on a canvas, as the database has it. */
const test = systemTest.extend<{ read: Read }>({
  read: async ({ database }, use) => {
    const pool = database.pool();
    await use(async (id) =>
      (await readObjects(pool, decodeId('Canvas', id) ?? '')).map(({ object }) => object),
    );
  },
});

async function run(client: Client, input: { instruction: string } & Record<string, unknown>) {
  const job = await create(client, input);
  expect((await history(client, job.id)).at(-1)?.__typename).toBe('JobCompleted');
  return job;
}

const textOf = (object: CanvasObject) =>
  object.kind === 'FRAME' ? object.title : object.kind === 'SHAPE' ? object.text : '';

const byId = (objects: readonly CanvasObject[]) => new Map(objects.map((object) => [object.id, object]));

/** Objects that are no longer there, or no longer the same to the byte. */
function touchedBetween(before: readonly CanvasObject[], after: readonly CanvasObject[]): CanvasObject[] {
  const now = byId(after);
  return before.filter((object) => JSON.stringify(object) !== JSON.stringify(now.get(object.id)));
}

/** What a box shows, wherever it stands: others may move to make room. */
function contentOf(box: CanvasObject) {
  const {
    x: _x,
    y: _y,
    width: _width,
    height: _height,
    ...content
  } = { x: 0, y: 0, width: 0, height: 0, ...box };
  return content;
}

/** Boxes that show something else than before or are gone, by their texts. */
function changedBoxes(before: readonly CanvasObject[], after: readonly CanvasObject[]): string[] {
  const now = byId(after);
  const isChanged = (box: CanvasObject) => {
    const there = now.get(box.id);
    return there === undefined || JSON.stringify(contentOf(box)) !== JSON.stringify(contentOf(there));
  };
  return before
    .filter((object) => object.kind !== 'CONNECTOR' && isChanged(object))
    .map(textOf)
    .toSorted();
}

const faults = [
  'siblingOverlaps',
  'tightGaps',
  'textOutside',
  'connectorsThroughShapes',
  'danglingConnectors',
  'looseEnds',
  'childrenOutside',
  'labelOverlaps',
  'sharedPieces',
] as const;

/** Kinds of faults of which there are more than before. */
function worseThan(before: readonly CanvasObject[], after: readonly CanvasObject[]) {
  const [old, now] = [measureQuality(before), measureQuality(after)];
  return faults.filter((fault) => now[fault] > old[fault]);
}

/** Connectors that were changed though neither what they join nor they themselves were to change. */
function needlesslyRerouted(before: readonly CanvasObject[], after: readonly CanvasObject[]): CanvasObject[] {
  const touched = new Set(touchedBetween(before, after).map(({ id }) => id));
  const there = byId(after);
  return before.filter(
    (object) =>
      object.kind === 'CONNECTOR' &&
      touched.has(object.id) &&
      there.has(object.id) &&
      !touched.has(object.fromId) &&
      !touched.has(object.toId),
  );
}

async function tryCase(client: Client, read: Read, { base, instruction, touches }: ChangeCase) {
  const { canvasId } = await run(client, { instruction: base });
  const before = await read(canvasId);
  const job = await run(client, { instruction, canvasId });
  const after = await read(canvasId);
  const touched = touchedBetween(before, after);
  const undone = await change(client, 'undoCanvasJob', { jobId: job.id });
  return {
    boxes: changedBoxes(before, after),
    rerouted: needlesslyRerouted(before, after),
    worse: worseThan(before, after),
    isChanged: touched.length > 0 || after.length > before.length,
    conflicts: undone.conflicts,
    isRestored: JSON.stringify(await read(canvasId)) === JSON.stringify(before),
    expected: touches,
  };
}

describe('with the sketcher', () => {
  test.override({ env: { OPENAI_BASE_URL: '' } });

  test('a change affects only its objects, keeps the quality of the layout, and one undo reverts it exactly', {
    timeout: 120_000,
  }, async ({ system, read }) => {
    await system.startWorker();
    for (const changeCase of changeCases) {
      const outcome = await tryCase(system.client, read, changeCase);
      expect({ instruction: changeCase.instruction, ...outcome }).toEqual({
        instruction: changeCase.instruction,
        boxes: changeCase.touches,
        rerouted: [],
        worse: [],
        isChanged: true,
        conflicts: [],
        isRestored: true,
        expected: changeCase.touches,
      });
    }
  });
});
