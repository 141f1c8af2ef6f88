import { describe, expect, it } from 'vitest';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { notifyAfterCommit } from './notifyAfterCommit.ts';
import { sendNotifications } from './sql/sendNotifications.ts';

/** A pool on which statements that send notifications end when the test lets them. */
function setup() {
  const statements: { payloads: string[]; end(): void; fail(error: Error): void }[] = [];
  let onSent = Promise.withResolvers<void>();
  const pool = fakePool(
    when(sendNotifications, ({ payloads }) => {
      const { promise, resolve, reject } = Promise.withResolvers<object[]>();
      statements.push({ payloads, end: () => resolve([]), fail: reject });
      onSent.resolve();
      onSent = Promise.withResolvers();
      return promise;
    }),
  );
  const statement = async (index: number) => {
    while (statements[index] === undefined) await onSent.promise;
    return statements[index];
  };
  return { notify: (payload: string) => notifyAfterCommit(pool, 'channel', payload), statement, statements };
}

describe('notifications', () => {
  it('are sent at once outside of a transaction; those that gather meanwhile go with one statement', async () => {
    const { notify, statement, statements } = setup();
    for (const payload of ['a', 'b', 'c']) notify(payload);
    const first = await statement(0);
    expect(first.payloads).toEqual(['a']);
    notify('d');
    first.end();
    expect((await statement(1)).payloads).toEqual(['b', 'c', 'd']);
    expect(statements).toHaveLength(2);
  });

  it('that cannot be sent are dropped, and later ones are sent', async () => {
    const { notify, statement } = setup();
    notify('a');
    (await statement(0)).fail(new Error('the connection was terminated'));
    notify('b');
    expect((await statement(1)).payloads).toEqual(['b']);
  });
});
