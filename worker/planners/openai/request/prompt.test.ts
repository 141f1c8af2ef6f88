import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptVersion } from '../../../../src/cache/plannerIdentity.ts';
import { PLAN_SCHEMA_VERSION } from '../../../../src/canvas/model/plan.ts';
import { planFormat } from './planFormat.ts';
import { buildSystemPrompt, encodeRequest } from './prompt.ts';

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe('the system prompt', () => {
  // The cache key contains these versions: without a new one, results of the old prompt or schema are reused.
  it('has a version, raised with each change of the prompt or the schema', () => {
    expect({
      prompt: [promptVersion, fingerprint(buildSystemPrompt({ withSchema: false }))],
      schema: [PLAN_SCHEMA_VERSION, fingerprint(JSON.stringify(planFormat.schema))],
    }).toEqual({ prompt: [3, '1329291dbd10'], schema: [2, '1d21e01b2208'] });
  });

  it('contains the schema if requested', () => {
    const schema = JSON.stringify(planFormat.schema);
    expect(buildSystemPrompt({ withSchema: true })).toContain(schema);
    expect(buildSystemPrompt({ withSchema: false })).not.toContain(schema);
  });
});

describe('a request to a model', () => {
  it('is JSON for any instruction', () => {
    fc.assert(
      fc.property(fc.string(), (instruction) => {
        expect(JSON.parse(encodeRequest({ instruction, canvas: null }))).toEqual({ request: instruction });
      }),
    );
  });

  it('contains the objects of the canvas with their short ids', () => {
    const message = encodeRequest({
      instruction: 'Rename it',
      canvas: {
        title: '',
        objects: [
          { id: 'f1', kind: 'FRAME', text: 'To do', parent: null },
          { id: 's2', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null },
          { id: 'c3', kind: 'CONNECTOR', text: null, from: 's2', to: 'f1' },
        ],
        context: [],
      },
    });
    expect(JSON.parse(message)).toEqual({
      request: 'Rename it',
      canvas: [
        { kind: 'frame', id: 'f1', text: 'To do', parent: null },
        { kind: 'shape', id: 's2', text: 'Start', shape: 'ELLIPSE', parent: null },
        { kind: 'connector', id: 'c3', text: null, from: 's2', to: 'f1' },
      ],
    });
  });

  it('contains objects that may only be joined as context', () => {
    const message = encodeRequest({
      instruction: 'Turn it round',
      canvas: {
        title: '',
        objects: [{ id: 'c1', kind: 'CONNECTOR', text: null, from: 's2', to: 's2' }],
        context: [{ id: 's2', kind: 'SHAPE', text: 'Start', shape: 'ELLIPSE', parent: null }],
      },
    });
    expect(JSON.parse(message)).toEqual({
      request: 'Turn it round',
      canvas: [{ kind: 'connector', id: 'c1', text: null, from: 's2', to: 's2' }],
      context: [{ kind: 'shape', id: 's2', text: 'Start', shape: 'ELLIPSE', parent: null }],
    });
  });
});
