import fc from 'fast-check';
import { validate as isUuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { maxBoxesPerJob, maxConnectorsPerJob } from '../../src/canvas/model/limits.ts';
import type { PlanObject } from '../../src/canvas/model/plan.ts';
import type { Added } from './planContent.ts';
import { PlanDraft } from './planDraft.ts';

const frame = (id: string, parent: string | null = null, title = id): PlanObject => ({
  type: 'frame',
  id,
  title,
  parent,
  slot: null,
});
const node = (id: string, parent: string | null = null, text = id): PlanObject => ({
  type: 'node',
  id,
  shape: 'rect',
  text,
  color: null,
  parent,
  order: null,
});
const edge = (id: string, from: string, to: string, label: string | null = null): PlanObject => ({
  type: 'edge',
  id,
  from,
  to,
  label,
  style: null,
});
const update = (target: string, text: string | null, color: 'red' | null = null): PlanObject => ({
  type: 'update',
  id: `update ${target}`,
  target,
  text,
  color,
  parent: null,
});
const move = (target: string, parent: string): PlanObject => ({
  type: 'update',
  id: `move ${target}`,
  target,
  text: null,
  color: null,
  parent,
});
/** An update that changes nothing. */
const unchanged = {
  text: null,
  color: null,
  parent: null,
  shape: null,
  order: null,
  style: null,
  ends: null,
};
const remove = (target: string): PlanObject => ({ type: 'delete', id: `delete ${target}`, target });

const idsOf = (...shortIds: string[]) => new Map(shortIds.map((shortId) => [shortId, `id of ${shortId}`]));
const canvasIds = {
  targets: idsOf('s1', 's2', 'c3', 'f5'),
  ends: idsOf('s1', 's2', 's4', 'f5'),
  frames: idsOf('f5'),
};

const nodes = (count: number) => Array.from({ length: count }, (_, at) => node(`n${at}`));
/** Connectors from each of the nodes to the next. */
const chain = (count: number) =>
  Array.from({ length: count }, (_, at) => edge(`e${at}`, `n${at}`, `n${at + 1}`));
/** Connectors from the first node to itself. */
const loops = (count: number) => Array.from({ length: count }, (_, at) => edge(`loop ${at}`, 'n0', 'n0'));

/** The draft of a plan that is complete. */
function draftOf(...objects: PlanObject[]): PlanDraft {
  const draft = new PlanDraft(canvasIds);
  for (const object of objects) draft.add(object);
  draft.finish();
  return draft;
}

/** "Text" of boxes, "text > text" of connectors, in the plan's order. */
function inWords({ content: { added } }: PlanDraft): string[] {
  const names = new Map(added.map((object) => [object.id, textOf(object)]));
  return added.map((object) => {
    if (object.type === 'edge') return `${names.get(object.from)} > ${names.get(object.to)}`;
    const parent = object.parent === null ? '' : ` in ${names.get(object.parent)}`;
    return `${textOf(object)}${parent}`;
  });
}

function textOf(object: Added): string | null {
  if (object.type === 'edge') return object.label;
  return object.type === 'frame' ? object.title : object.text;
}

describe('a draft', () => {
  it('gives every object an id of its own, and resolves what refers to it', () => {
    const draft = draftOf(frame('f'), frame('g', 'f'), node('a', 'g'), node('b'), edge('e', 'a', 'b'));
    expect(inWords(draft)).toEqual(['f', 'g in f', 'a in g', 'b', 'a > b']);
    expect(draft.content.added.every(({ id }) => isUuid(id))).toBe(true);
    expect(draft.objectCount).toBe(5);
    expect(draft.warnings).toEqual([]);
  });

  it('takes in a connector as soon as both of its ends are there', () => {
    const draft = new PlanDraft();
    const counts = [edge('e', 'a', 'b'), edge('l', 'a', 'a'), node('b'), node('a')].map((object) => {
      draft.add(object);
      return draft.objectCount;
    });
    expect(counts).toEqual([0, 0, 1, 4]);
    expect(inWords(draft)).toEqual(['b', 'a', 'a > b', 'a > a']);
  });

  it('puts objects into a frame that comes after them', () => {
    const draft = draftOf(node('a', 'g'), frame('f', 'g'), node('b', 'f'), frame('g'), node('c', 'g'));
    expect(inWords(draft)).toEqual(['a in g', 'f in g', 'b in f', 'g', 'c in g']);
  });

  it('puts no frame into one that it holds', () => {
    const draft = draftOf(frame('f', 'h'), frame('g', 'f'), frame('h', 'g'), node('a', 'h'));
    expect(inWords(draft)).toEqual(['f', 'g in f', 'h in g', 'a in h']);
  });

  it.each([
    ['a node', node('x'), 'n'],
    ['nothing', node('x'), 'gone'],
    ['a connector', edge('x', 'n', 'n'), 'x'],
    ['itself', node('x'), 'own'],
  ])('does not put an object into %s', (_what, other, parent) => {
    const draft = draftOf(node('n'), other, node('own', parent));
    expect(inWords(draft).at(-1)).toBe('own');
  });

  it('leaves out connectors whose ends never come, or are connectors', () => {
    const draft = draftOf(node('a'), edge('e', 'a', 'gone'), edge('f', 'a', 'a'), edge('g', 'a', 'f'));
    expect(inWords(draft)).toEqual(['a', 'a > a']);
    expect(draft.warnings).toEqual(['2 objects were left out: a connector joins what is no shape or frame.']);
  });

  it('keeps the first of those with one id', () => {
    const draft = draftOf(node('a', null, 'first'), node('a', null, 'second'), edge('a', 'a', 'a'));
    expect(inWords(draft)).toEqual(['first']);
    expect(draft.warnings).toEqual(['2 objects were left out: an id was used twice.']);
  });

  it('of 200 boxes keeps its connectors', () => {
    const draft = draftOf(...nodes(maxBoxesPerJob), ...chain(maxBoxesPerJob - 1));
    expect(draft.objectCount).toBe(399);
    expect(draft.warnings).toEqual([]);
  });

  it('leaves out the boxes beyond 200, with their connectors and contents', () => {
    const draft = draftOf(
      ...[edge('early', 'n0', 'n202'), ...nodes(maxBoxesPerJob + 3)],
      ...[frame('f'), node('inside', 'f'), ...chain(maxBoxesPerJob + 2), edge('link', 's1', 'n201')],
    );
    expect(draft.objectCount).toBe(399);
    expect(draft.warnings).toEqual([
      '5 boxes and 5 connectors were left out: one instruction adds at most 200 boxes and 250 connectors.',
    ]);
  });

  it('leaves out the connectors beyond 250', () => {
    const draft = draftOf(...nodes(1), ...loops(maxConnectorsPerJob + 1));
    expect(draft.objectCount).toBe(251);
    expect(draft.warnings).toEqual([
      '1 connector was left out: one instruction adds at most 200 boxes and 250 connectors.',
    ]);
  });

  it('leaves out what it does not show, and keeps what it has shown', () => {
    const draft = new PlanDraft();
    const shown = new Set<string>();
    for (const object of [...chain(maxBoxesPerJob + 20), ...nodes(maxBoxesPerJob + 21), ...loops(500)]) {
      draft.add(object);
      for (const { id } of draft.content.added) shown.add(id);
    }
    draft.finish();
    expect(new Set(draft.content.added.map(({ id }) => id))).toEqual(shown);
    expect(shown.size).toBe(maxBoxesPerJob + maxConnectorsPerJob);
  });

  it('says how many texts were cut, and how many objects name a frame that is not there or that they hold', () => {
    const draft = draftOf(
      node('a', 'ghost'),
      frame('outer', 'inner'),
      frame('inner', 'outer'),
      node('long', null, 'x'.repeat(201)),
      frame('f', null, 'y'.repeat(500)),
    );
    expect(draft.content.added).toHaveLength(5);
    expect(draft.warnings).toEqual([
      '2 objects were placed outside: the section is missing or locked.',
      '2 texts were cut to 200 characters.',
    ]);
  });

  it('counts what is left out by its reason', () => {
    const draft = draftOf(node('a'), node('a'), remove('s9'), remove('s8'), update('s9', 'x'));
    expect(draft.warnings).toEqual([
      '1 object was left out: an id was used twice.',
      '2 objects were left out: a deletion is of an object that is not on the canvas.',
      '1 object was left out: a change is for an object that is not on the canvas.',
    ]);
  });

  it('is empty as long as the plan says nothing that can be done', () => {
    expect(draftOf().isEmpty).toBe(true);
    expect(draftOf(remove('gone'), edge('e', 'x', 'y')).isEmpty).toBe(true);
    for (const object of [node('a'), edge('e', 's1', 's2'), update('s1', 'x'), remove('s1')])
      expect(draftOf(object).isEmpty).toBe(false);
  });

  it('is laid out in the way that its newest header says', () => {
    const draft = draftOf(node('a'));
    draft.header = { title: 'T', layout: 'timeline', direction: 'right' };
    expect(draft.content.diagram).toEqual({
      layout: 'timeline',
      direction: 'right',
      objects: draft.content.added,
    });
  });
});

describe('the title of a draft', () => {
  it('is one short line of text', () => {
    const draft = new PlanDraft();
    draft.header = { title: ` A\u0000\n${'b'.repeat(300)}`, layout: 'flow', direction: null };
    expect(draft.header.title).toBe(`A ${'b'.repeat(196)}…`);
  });
});

describe('a draft on a canvas', () => {
  it('joins new objects to those that are there', () => {
    const draft = draftOf(node('a'), edge('e', 's1', 'a'), edge('f', 's1', 's2', 'ok'));
    expect(inWords(draft)).toEqual(['a']);
    expect(draft.content.links).toMatchObject([
      { from: 'id of s1', to: draft.content.added[0]?.id },
      { from: 'id of s1', to: 'id of s2', label: 'ok' },
    ]);
    expect(draft.objectCount).toBe(3);
  });

  it('leaves out connectors that join one that is there', () => {
    const draft = draftOf(node('a'), edge('e', 's1', 'c3'), edge('f', 'c3', 'a'));
    expect(draft.content.links).toEqual([]);
    expect(draft.warnings).toEqual(['2 objects were left out: a connector joins what is no shape or frame.']);
  });

  it('joins what may not be changed, and does not change it', () => {
    const draft = draftOf(edge('e', 's1', 's4'), update('s4', 'New'), remove('s4'));
    expect(draft.content.links).toMatchObject([{ from: 'id of s1', to: 'id of s4' }]);
    expect(draft.content.updates.size + draft.content.deletions.size).toBe(0);
    expect(draft.warnings).toHaveLength(2);
  });

  it('changes and deletes what is there, by its real id', () => {
    const draft = draftOf(update('s1', ' New\u0007 ', 'red'), remove('s2'));
    expect([...draft.content.updates.values()]).toEqual([
      { ...unchanged, id: 'id of s1', text: 'New', color: 'red' },
    ]);
    expect([...draft.content.deletions]).toEqual(['id of s2']);
    expect(draft.warnings).toEqual([]);
  });

  it('joins two changes of one object', () => {
    const draft = draftOf(update('s1', 'New'), update('s1', null, 'red'));
    expect([...draft.content.updates.values()]).toEqual([
      { ...unchanged, id: 'id of s1', text: 'New', color: 'red' },
    ]);
  });

  it('keeps the newest of two changes of one property', () => {
    const draft = draftOf(update('s1', 'Old', 'red'), update('s1', ''));
    expect([...draft.content.updates.values()]).toEqual([
      { ...unchanged, id: 'id of s1', text: '', color: 'red' },
    ]);
  });

  it('keeps what only some objects have: shape, order, line style and ends', () => {
    const changes = { shape: 'diamond', order: 0, style: 'dashed', ends: 'none' } as const;
    const draft = draftOf(
      { type: 'update', id: 'u', target: 's1', ...unchanged, ...changes },
      update('s1', 'New'),
    );
    expect([...draft.content.updates.values()]).toEqual([
      { ...unchanged, ...changes, id: 'id of s1', text: 'New' },
    ]);
  });

  it('keep what is to be laid out again, and that the last change is to be undone', () => {
    const some = draftOf(
      { type: 'arrange', id: 'a', targets: ['s1', 'gone'] },
      { type: 'arrange', id: 'b', targets: ['f5'] },
    );
    expect(some.content.arrangement).toEqual({ targets: ['id of s1', 'id of f5'], direction: null });
    expect(some.isEmpty).toBe(false);
    const all = draftOf({ type: 'arrange', id: 'a' }, { type: 'arrange', id: 'b', targets: ['s1'] });
    expect(all.content.arrangement).toEqual({ targets: null, direction: null });
    const reverting = draftOf({ type: 'revert', id: 'r' });
    expect([reverting.isReverting, reverting.isEmpty, reverting.content.arrangement]).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('name nothing to lay out again that is not on the canvas', () => {
    const draft = draftOf({ type: 'arrange', id: 'a', targets: ['gone'] });
    expect(draft.isEmpty).toBe(true);
    expect(draft.warnings).toEqual([
      '1 object was left out: what is to be laid out again is not on the canvas.',
    ]);
  });
});

describe('frames of the canvas', () => {
  it('take in new objects, which have no other parent', () => {
    const draft = draftOf(node('a', 'f5'), frame('f', 'f5'), node('b', 'f'), node('c', 's1'));
    expect(inWords(draft)).toEqual(['a', 'f', 'b in f', 'c']);
    const [a, f] = draft.content.added;
    expect([...draft.content.existingFrames]).toEqual([
      [a?.id, 'id of f5'],
      [f?.id, 'id of f5'],
    ]);
  });

  it('take in what is moved into them, and keep what else is changed of it', () => {
    const draft = draftOf(update('s1', 'New', 'red'), move('s1', 'f5'), update('s1', 'Newer'));
    expect([...draft.content.updates.values()]).toEqual([
      { ...unchanged, id: 'id of s1', text: 'Newer', color: 'red', parent: 'id of f5' },
    ]);
    expect(draft.warnings).toEqual([]);
  });

  it.each([
    ['comes before', [frame('g'), move('s1', 'g')]],
    ['comes after', [move('s1', 'g'), frame('g')]],
  ])('may be new ones: what is moved is in the frame that %s it', (_what, objects) => {
    const draft = draftOf(...objects);
    expect([...draft.content.updates.values()]).toMatchObject([
      { id: 'id of s1', parent: draft.content.added[0]?.id },
    ]);
    expect(draft.warnings).toEqual([]);
  });

  it.each([
    ['a shape', 's2'],
    ['nothing', 'gone'],
    ['a new node', 'n'],
  ])('are not mistaken for %s', (_what, parent) => {
    const draft = draftOf(node('n'), move('s1', parent));
    expect(draft.content.updates.size).toBe(0);
    expect(draft.warnings).toEqual(['1 object was left out: it was to be moved into what is no frame.']);
  });

  it('are not moved into themselves, and the rest of the change is made', () => {
    const draft = draftOf(update('f5', 'New'), move('f5', 'f5'));
    expect([...draft.content.updates.values()]).toEqual([{ ...unchanged, id: 'id of f5', text: 'New' }]);
    expect(draft.warnings).toHaveLength(1);
  });
});

describe('the compartments of a node', () => {
  const compartmentsOf = (...texts: string[]) => {
    const [added] = draftOf({ ...classNode, compartments: texts }).content.added;
    return added?.type === 'node' ? added.compartments : undefined;
  };
  const classNode = {
    type: 'node',
    id: 'n',
    shape: 'rect',
    text: 'N',
    color: null,
    parent: null,
    order: null,
  } as const;

  it('are plain texts; empty ones are left out', () => {
    expect(compartmentsOf(' id: int\u0007 \nname: text', ' \n ')).toEqual(['id: int\nname: text']);
  });

  it('are divided between lines where one text is too long', () => {
    const line = (mark: string) => mark.repeat(90);
    expect(compartmentsOf([line('a'), line('b'), line('c')].join('\n'), 'd')).toEqual([
      `${line('a')}\n${line('b')}`,
      line('c'),
      'd',
    ]);
  });
});

describe('a message', () => {
  it('is in the frame that it names, if that is one', () => {
    const message = (id: string, inside: string): PlanObject => ({
      ...{ type: 'edge', id, from: 'n', to: 'n', label: null, style: null, parent: inside },
    });
    const draft = draftOf(frame('f'), node('n'), message('a', 'f'), message('b', 'n'), message('c', 'gone'));
    const parents = draft.content.added.flatMap((object) => (object.type === 'edge' ? [object.parent] : []));
    expect(parents).toEqual([draft.content.added[0]?.id, null, null]);
  });
});

const family = '👨‍👩‍👧‍👦';

describe('a text in a draft', () => {
  it.each([
    ['white space around it goes', '  a b \n', 'a b'],
    ['line breaks stay', 'a\nb', 'a\nb'],
    ['control characters become spaces', 'a\u0000b\tc\u009fd', 'a b c d'],
    ['nothing turns its direction round', 'a\u202Eb\u2066c\u200fd', 'a b c\u200fd'],
    ['half a character is replaced', 'a\ud83c', 'a\ufffd'],
    ['200 characters stay', '🎉'.repeat(200), '🎉'.repeat(200)],
    ['of 201 characters 199 stay', '🎉'.repeat(201), `${'🎉'.repeat(199)}…`],
    ['200 families stay', family.repeat(200), family.repeat(200)],
    ['of 201 families 199 stay, whole', family.repeat(201), `${family.repeat(199)}…`],
    ['of 201 flags 199 stay, whole', '🇨🇭'.repeat(201), `${'🇨🇭'.repeat(199)}…`],
    ['the marks that a script needs stay', 'क्षि', 'क्षि'],
    ['four combining marks on one letter are kept', `Z${'\u0335'.repeat(40)}!`, `Z${'\u0335'.repeat(4)}!`],
    ['no space stands before the dots', `${'a'.repeat(190)}${' '.repeat(10)}bc`, `${'a'.repeat(190)}…`],
  ])('is fit to be drawn: %s', (_what, text, expected) => {
    const draft = draftOf(frame('f', null, text), node('n', null, text), edge('e', 'f', 'n', text));
    expect(draft.content.added.map(textOf)).toEqual([expected, expected, expected]);
  });

  it('that says nothing is no label', () => {
    expect(draftOf(node('a'), edge('e', 'a', 'a', ' \u0001 ')).content.added.map(textOf)).toEqual([
      'a',
      null,
    ]);
  });
});

// Few names, so that they collide, shadow those on the canvas, and refer to what comes later or never.
const name = fc.constantFrom('a', 'b', 'c', 'd', 's1', 's2', 'c3', 's4', 'f5', 'gone');
const parent = fc.option(name);
const anyObject: fc.Arbitrary<PlanObject> = fc.oneof(
  fc.tuple(name, parent).map(([id, inside]) => frame(id, inside)),
  fc.tuple(name, parent).map(([id, inside]) => node(id, inside)),
  fc.tuple(fc.constantFrom('x', 'y', 'z', 'a'), name, name).map(([id, from, to]) => edge(id, from, to)),
  fc.tuple(name, fc.option(fc.string())).map(([target, text]) => update(target, text)),
  fc.tuple(name, name).map(([target, inside]) => move(target, inside)),
  name.map(remove),
  fc.constantFrom({ type: 'arrange', id: 'a', targets: null } as const, { type: 'revert', id: 'r' } as const),
);

describe('any sequence of objects', () => {
  it('leaves a diagram whose references all resolve, at every moment', () => {
    fc.assert(
      fc.property(fc.array(anyObject, { maxLength: 40 }), (objects) => {
        const draft = new PlanDraft(canvasIds);
        for (const object of objects) {
          draft.add(object);
          expectResolved(draft);
        }
        draft.finish();
        expectResolved(draft);
      }),
    );
  });
});

function expectResolved({ content }: PlanDraft): void {
  const { added, links, existingFrames, updates, deletions } = content;
  const parents = new Map<string | null, string | null>(
    added.flatMap((object) => (object.type === 'frame' ? [[object.id, object.parent]] : [])),
  );
  const boxes = new Set<string>();
  for (const object of added) {
    if (object.type === 'edge') {
      expect(boxes.has(object.from) && boxes.has(object.to)).toBe(true);
      continue;
    }
    expect(ancestors(object.parent, parents)).not.toContain(object.id);
    boxes.add(object.id);
  }
  const [targets, joinable] = [canvasIds.targets, canvasIds.ends].map((ids) => new Set(ids.values()));
  const ends = links.flatMap(({ from, to }) => [from, to]);
  expect(ends.every((id) => boxes.has(id) || joinable?.has(id))).toBe(true);
  expect([...updates.keys(), ...deletions].every((id) => targets?.has(id))).toBe(true);
  for (const { id, parent } of updates.values()) {
    expect(parent === null || parent === 'id of f5' || parents.has(parent)).toBe(true);
    expect(parent).not.toBe(id);
  }
  for (const [id, host] of existingFrames) {
    expect(host).toBe('id of f5');
    expect(added).toContainEqual(expect.objectContaining({ id, parent: null }));
  }
  expect(new Set([...added, ...links].map(({ id }) => id)).size).toBe(added.length + links.length);
}

/** The frames around an object, from the inside out. Fails when one does not exist, or lies within itself. */
function ancestors(parent: string | null, parents: ReadonlyMap<string | null, string | null>): string[] {
  const found: string[] = [];
  for (let at = parent; at !== null; at = parents.get(at) ?? null) {
    expect(parents.has(at)).toBe(true);
    expect(found).not.toContain(at);
    found.push(at);
  }
  return found;
}
