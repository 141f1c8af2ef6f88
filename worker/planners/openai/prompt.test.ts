import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestMessage } from './prompt.ts';

describe('a request to a model', () => {
  it('is JSON, so that nothing in it passes for something around it', () => {
    fc.assert(
      fc.property(fc.string(), (instruction) => {
        expect(JSON.parse(requestMessage({ instruction, canvas: null }))).toEqual({ request: instruction });
      }),
    );
  });

  it('says what is on the canvas, by short ids', () => {
    const message = requestMessage({
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
  it('says apart from that what is there only to be joined', () => {
    const message = requestMessage({
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
