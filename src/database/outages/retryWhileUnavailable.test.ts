import { describe, expect, it } from 'vitest';
import { retryWhileUnavailable } from './retryWhileUnavailable.ts';

const outage = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const never = new AbortController().signal;

describe('retryWhileUnavailable', () => {
  it('does something again until the database can be reached', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < 3) throw outage();
      return 'done';
    };
    expect(await retryWhileUnavailable(never, work)).toBe('done');
    expect(tries).toBe(3);
  });

  it('does not do again what fails for another reason', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw new Error('duplicate key');
    };
    await expect(retryWhileUnavailable(never, work)).rejects.toThrow('duplicate key');
    expect(tries).toBe(1);
  });

  it('ends with the reason of its signal when that is aborted during an outage', async () => {
    const giveUp = new AbortController();
    const waiting = retryWhileUnavailable(giveUp.signal, async () => {
      throw outage();
    });
    giveUp.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
  });

  it('does what can be done also when its signal has been aborted', async () => {
    expect(await retryWhileUnavailable(AbortSignal.abort(), async () => 'done')).toBe('done');
  });
});
