import { describe, expect, it } from 'vitest';
import { removeInBatches } from './batches.ts';

const size = 10;

/** Removes from `rows` batch by batch, and counts the batches. */
function removal(rows: number, afterBatch: () => void = () => undefined) {
  const state = { left: rows, batches: 0 };
  const removeBatch = async () => {
    const removed = Math.min(size, state.left);
    state.left -= removed;
    state.batches += 1;
    afterBatch();
    return removed;
  };
  return { state, removeBatch };
}

const never = new AbortController().signal;

describe('removing in batches', () => {
  it('continues until a batch is not full', async () => {
    const { state, removeBatch } = removal(2 * size + 1);
    expect(await removeInBatches(never, size, removeBatch)).toBe(2 * size + 1);
    expect(state).toEqual({ left: 0, batches: 3 });
  });

  it('runs one batch when there is nothing to remove', async () => {
    const { state, removeBatch } = removal(0);
    expect(await removeInBatches(never, size, removeBatch)).toBe(0);
    expect(state.batches).toBe(1);
  });

  it('stops between two batches when it is aborted, and counts what it has removed', async () => {
    const stopping = new AbortController();
    const { state, removeBatch } = removal(3 * size, () => stopping.abort());
    expect(await removeInBatches(stopping.signal, size, removeBatch)).toBe(size);
    expect(state).toEqual({ left: 2 * size, batches: 1 });
  });

  it('removes nothing when it was aborted before', async () => {
    const { state, removeBatch } = removal(1);
    expect(await removeInBatches(AbortSignal.abort(), size, removeBatch)).toBe(0);
    expect(state.batches).toBe(0);
  });
});
