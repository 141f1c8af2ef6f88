import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('are so many at once for each user; the next one goes to whoever has waited longest', async () => {
    const turns = new Turns({ limit: 1 });
    const first = await turns.take('ada');
    const order: string[] = [];
    const waiting = ['second', 'third'].map(async (name) => {
      const end = await turns.take('ada');
      order.push(name);
      end?.();
    });
    expect(await turns.take('bob')).not.toBeNull();
    expect(order).toEqual([]);
    first?.();
    first?.();
    await Promise.all(waiting);
    expect(order).toEqual(['second', 'third']);
    expect(await turns.take('ada')).not.toBeNull();
  });

  it('are refused to whoever finds too many waiting, or has waited too long', async () => {
    const turns = new Turns({ limit: 1, maxWaiting: 1, maxWaitMs: 10 });
    const end = await turns.take('ada');
    const waiting = turns.take('ada');
    expect(await turns.take('ada')).toBeNull();
    expect(await waiting).toBeNull();
    end?.();
    expect(await turns.take('ada')).not.toBeNull();
  });

  it('end with the work, also when it fails', async () => {
    const turns = new Turns({ limit: 1 });
    await expect(turns.run('ada', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await turns.run('ada', async () => 'done')).toBe('done');
  });
});
