import { setImmediate as nextTurn } from 'node:timers/promises';
import { validate as isUuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { currentRequestId, requestIdFrom, withRequestId } from './requestId.ts';

describe('the id of a request', () => {
  it.each(['abc', '018f0000-0000-7000-8000-000000000001', 'a.b:c_D-9', 'x'.repeat(100)])(
    'is the one that came with it: %s',
    (header) => {
      expect(requestIdFrom(header)).toBe(header);
    },
  );

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['one that is too long', 'x'.repeat(101)],
    ['a line break', 'a\nlevel=fatal'],
    ['a line break at its end', 'a\n'],
    ['a space', 'a b'],
    ['a quotation mark', 'a"b'],
    ['letters beyond ASCII', 'ü'],
    ['several headers', ['a', 'b']],
  ])('is a new one for %s', (_what, header) => {
    const id = requestIdFrom(header);
    expect(isUuid(id)).toBe(true);
    expect(requestIdFrom(header)).not.toBe(id);
  });
});

describe('the request that is being served', () => {
  it('is known to all that is done for it, and not to what is done for another', async () => {
    const seen = (id: string) =>
      withRequestId(id, async () => {
        await nextTurn();
        return currentRequestId();
      });
    expect(await Promise.all([seen('one'), seen('two')])).toEqual(['one', 'two']);
  });

  it('is a new one outside of any', () => {
    const id = currentRequestId();
    expect(isUuid(id)).toBe(true);
    expect(currentRequestId()).not.toBe(id);
  });
});
