import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeGlobalId, decodeId, encodeId, type IdKind } from './ids.ts';

const kinds: IdKind[] = ['User', 'Canvas', 'CanvasJob', 'CanvasObject', 'Worker'];
const uuid = '018f0000-0000-7000-8000-000000000001';
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a global id', () => {
  it('comes back as what it was made from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.uuid(), (kind, id) => {
        expect(decodeGlobalId(encodeId(kind, id))).toEqual({ typename: kind, id });
        expect(decodeId(kind, encodeId(kind, id))).toBe(id);
      }),
    );
  });

  it('of a version has its canvas and its number', () => {
    const id = `${uuid}.12`;
    expect(decodeId('CanvasVersion', encodeId('CanvasVersion', id))).toBe(id);
  });

  it('of one kind is none of another kind', () => {
    for (const kind of kinds) {
      const others = kinds.filter((other) => other !== kind);
      expect(others.map((other) => decodeId(other, encodeId(kind, uuid)))).toEqual([null, null, null, null]);
    }
  });

  it.each([
    ['nothing', ''],
    ['a bare UUID', uuid],
    ['no base64', 'not base64!'],
    ['base64 with a space before it', ` ${base64(`Canvas:${uuid}`)}`],
    ['no separator', base64(`Canvas${uuid}`)],
    ['no kind', base64(`:${uuid}`)],
    ['no id', base64('Canvas:')],
    ['an id that is no UUID', base64('Canvas:1')],
    ['an injection', base64(`Canvas:${uuid}' OR true`)],
    ['a version without a number', base64(`CanvasVersion:${uuid}`)],
    ['a version with the number 0', base64(`CanvasVersion:${uuid}.0`)],
    ['a version with a number that is too large', base64(`CanvasVersion:${uuid}.9999999999`)],
    ['a number for something else', base64(`Canvas:${uuid}.1`)],
    ['more than two parts', base64(`Canvas:${uuid}:x`)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x3a]).toString('base64')],
  ])('that is %s names nothing', (_what, globalId) => {
    expect(decodeGlobalId(globalId)).toEqual({ typename: 'Nothing', id: globalId });
    expect(kinds.map((kind) => decodeId(kind, globalId))).toEqual([null, null, null, null, null]);
  });

  it('never throws, whatever is sent', () => {
    const texts = fc.oneof(fc.string(), fc.base64String());
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeGlobalId(text)).toEqual({ typename: 'Nothing', id: text });
      }),
    );
  });
});
