import { describe, expect, it } from 'vitest';
import { planLayout } from '../../../src/canvas/model/plan.ts';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import { planFor } from '../../../test/support/sketchedPlan.ts';

const noCanvas = null;

describe('the sketcher, asked for a kind of diagram', () => {
  it('draws a plain list as columns of cards', async () => {
    const plan = await planFor('a; b; c', noCanvas, 'kanban');
    expect(plan.header.layout).toBe('kanban');
    expect(plan.cards).toEqual({ 'To do': ['A', 'B', 'C'] });
    expect(plan.warnings).toEqual([]);
  });

  it.each(planLayout.options.filter((kind) => kind !== 'swot' && kind !== 'sequence'))(
    'draws a plain list as %s, with its own title',
    async (kind) => {
      const plan = await planFor('rain, river, sea', noCanvas, kind);
      expect(plan.header).toMatchObject({ layout: kind, title: 'Rain, river, sea' });
      expect(plan.texts.length + plan.frames.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('takes what stands before a list as its title', async () => {
    const plan = await planFor('Launch plan: landing page, mail', noCanvas, 'timeline');
    expect(plan.header).toMatchObject({ layout: 'timeline', title: 'Launch plan' });
    expect(plan.texts).toEqual(['Landing page', 'Mail']);
  });

  it.each([
    ['sections', 'winter programme: carols, motets\nvenue: church, hall\nmoney: tickets, sponsors'],
    ['a list', '- winter programme\n- venue\n- money'],
  ])('takes a line above %s as the centre of a mind map', async (_, lines) => {
    const plan = await planFor(`Choir concert\n${lines}`, noCanvas, 'mindmap');
    expect(plan.header.title).toBe('Choir concert');
    expect(plan.texts).not.toContain('Mind map');
    expect(plan.edges.filter((edge) => edge.startsWith('Choir concert -> '))).toEqual([
      'Choir concert -> Winter programme',
      'Choir concert -> Venue',
      'Choir concert -> Money',
    ]);
  });

  it('keeps the first of several lines of the same form as an item', async () => {
    const plan = await planFor('Rain\nRiver\nSea', noCanvas, 'timeline');
    expect(plan.texts).toEqual(['Rain', 'River', 'Sea']);
  });

  it('draws sentences between participants as a sequence', async () => {
    const text = 'user asks app for report, app queries the database';
    const plan = await planFor(text, noCanvas, 'sequence');
    expect(plan.header.layout).toBe('sequence');
    expect(plan.texts).toEqual(['User', 'App', 'Database']);
  });

  it('draws a text that it can’t read as the kind as what it is, with a warning', async () => {
    const usual = await planFor('Moving house');
    const plan = await planFor('Moving house', noCanvas, 'swot');
    expect(plan.objects).toEqual(usual.objects);
    expect(plan.warnings[0]).toMatch(/could not be read as the chosen kind.*“Strengths: /);
  });

  it('draws a diagram source as what it says, with a warning if that is another kind', async () => {
    const source = 'flowchart LR\n  A --> B';
    const [same, other] = [
      await planFor(source, noCanvas, 'flow'),
      await planFor(source, noCanvas, 'kanban'),
    ];
    expect(same.warnings).toEqual([]);
    expect(other.objects).toEqual(same.objects);
    expect(other.warnings).toEqual([
      'A diagram source is drawn as the kind that it names, not as the chosen one.',
    ]);
  });

  it('changes a canvas as the text asks, with a warning', async () => {
    const canvas = plannerCanvas([
      { id: 's1', kind: 'SHAPE', text: 'Start', shape: 'RECTANGLE', parent: null },
    ]);
    const plan = await planFor('make Start red', canvas, 'kanban');
    expect(plan.objects).toMatchObject([{ type: 'update', target: 's1', color: 'red' }]);
    expect(plan.warnings[0]).toMatch(/on new canvases only/);
  });
});
