import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptVersion } from '../../../../src/cache/plannerIdentity.ts';
import { PLAN_SCHEMA_VERSION } from '../../../../src/canvas/model/plan.ts';
import { plannerCanvas } from '../../../../test/support/plannerCanvas.ts';
import { planFormat } from './planFormat.ts';
import { buildSystemPrompt, encodeRequest } from './prompt.ts';

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe('what a model is told', () => {
  // Results that are kept name these versions: with another prompt or schema they would be mistaken for its own.
  it('has a version, to be raised with each change of the prompt or of the schema', () => {
    expect({
      prompt: [promptVersion, fingerprint(buildSystemPrompt({ withSchema: false }))],
      schema: [PLAN_SCHEMA_VERSION, fingerprint(JSON.stringify(planFormat.schema))],
    }).toEqual({ prompt: [8, 'ee9e2ca5623f'], schema: [3, '79b321dcaaa0'] });
  });

  it('says the schema where the provider may not show it', () => {
    const schema = JSON.stringify(planFormat.schema);
    expect(buildSystemPrompt({ withSchema: true })).toContain(schema);
    expect(buildSystemPrompt({ withSchema: false })).not.toContain(schema);
  });
});

describe('a request to a model', () => {
  it('is JSON, so that nothing in it passes for something around it', () => {
    fc.assert(
      fc.property(fc.string(), (instruction) => {
        expect(JSON.parse(encodeRequest({ instruction, canvas: null }))).toEqual({ request: instruction });
      }),
    );
  });

  it('says what is on the canvas, by short ids', () => {
    const message = encodeRequest({
      instruction: 'Rename it',
      canvas: plannerCanvas([
        { id: 'f1', kind: 'FRAME', text: 'To do', parent: null, color: 'red' },
        { id: 's2', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null },
        { id: 'c3', kind: 'CONNECTOR', text: null, from: 's2', to: 'f1' },
        { id: 'c4', kind: 'CONNECTOR', text: null, from: 's2', to: 'f1', style: 'dashed', ends: 'none' },
      ]),
    });
    expect(JSON.parse(message)).toEqual({
      request: 'Rename it',
      canvas: [
        { kind: 'frame', id: 'f1', text: 'To do', parent: null, color: 'red' },
        { kind: 'shape', id: 's2', text: 'Start', shape: 'ELLIPSE', parent: null, color: 'blue' },
        { kind: 'connector', id: 'c3', text: null, from: 's2', to: 'f1', color: 'blue' },
        {
          kind: 'connector',
          id: 'c4',
          text: null,
          from: 's2',
          to: 'f1',
          color: 'blue',
          style: 'dashed',
          ends: 'none',
        },
      ],
    });
  });

  it('names the kind of diagram that the user has chosen', () => {
    const request = { instruction: 'a; b', kind: 'kanban', canvas: null } as const;
    expect(JSON.parse(encodeRequest(request))).toEqual({ request: 'a; b', kind: 'kanban' });
    expect(JSON.parse(encodeRequest({ ...request, canvas: plannerCanvas([]) })).kind).toBe('kanban');
  });

  it('has the latest changes of the canvas as data', () => {
    const nothing = { added: [], changed: [], deleted: [] };
    const message = encodeRequest({
      ...{ instruction: 'Make it green', canvas: plannerCanvas([]) },
      history: {
        changes: [
          { ...nothing, by: 'job', instruction: 'Add "Review"', added: ['Review'] },
          { ...nothing, by: 'undo', instruction: null, deleted: ['Review'] },
        ],
        recent: ['s2'],
      },
    });
    expect(JSON.parse(message)).toEqual({
      ...{ request: 'Make it green', canvas: [] },
      history: [
        { by: 'job', request: 'Add "Review"', added: ['Review'] },
        { by: 'undo', deleted: ['Review'] },
      ],
      recent: ['s2'],
    });
  });

  it('says apart from that what is there only to be joined', () => {
    const message = encodeRequest({
      instruction: 'Turn it round',
      canvas: plannerCanvas([{ id: 'c1', kind: 'CONNECTOR', text: null, from: 's2', to: 's2' }], {
        hasSelection: true,
        context: [{ id: 's2', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null, locked: true }],
      }),
    });
    expect(JSON.parse(message)).toEqual({
      request: 'Turn it round',
      selection: true,
      canvas: [{ kind: 'connector', id: 'c1', text: null, from: 's2', to: 's2', color: 'blue' }],
      context: [
        {
          kind: 'shape',
          id: 's2',
          text: 'Start',
          shape: 'ELLIPSE',
          parent: null,
          color: 'blue',
          locked: true,
        },
      ],
    });
  });
});
