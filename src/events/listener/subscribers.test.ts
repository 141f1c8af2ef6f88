import { describe, expect, it } from 'vitest';
import { topics } from './channels.ts';
import type { JobChange } from './sql/jobChange.ts';
import { Subscribers } from './subscribers.ts';

const change: JobChange = { jobId: 'j', ownerId: 'o', canvasId: 'c', lastSeq: 3 };

/** One subscriber for each of the topics, with what it was woken with. */
function setup(...wanted: string[]) {
  const subscribers = new Subscribers();
  const received: (JobChange | null)[][] = wanted.map(() => []);
  const unsubscribe = wanted.map((topic, index) =>
    subscribers.add(topic, (woken) => received[index]?.push(woken)),
  );
  return { subscribers, received, unsubscribe };
}

describe('subscribers', () => {
  it('of a topic are woken, and no others', () => {
    const { subscribers, received } = setup(
      topics.job('j'),
      topics.job('j'),
      topics.job('k'),
      topics.owner('j'),
    );
    subscribers.wake(topics.job('j'), change);
    expect(received).toEqual([[change], [change], [], []]);
  });

  it('are counted, and removed once, also if that is asked for twice', () => {
    const { subscribers, unsubscribe } = setup(topics.job('j'), topics.job('j'), topics.owner('o'));
    expect(subscribers.count).toBe(3);
    unsubscribe[0]?.();
    unsubscribe[0]?.();
    expect(subscribers.count).toBe(2);
    for (const remove of unsubscribe) remove();
    expect(subscribers.count).toBe(0);
    expect(subscribers.ids('job')).toEqual([]);
  });

  it('that were added after all others had been removed stay', () => {
    const { subscribers, unsubscribe } = setup(topics.job('j'));
    unsubscribe[0]?.();
    const received: unknown[] = [];
    subscribers.add(topics.job('j'), (woken) => received.push(woken));
    unsubscribe[0]?.();
    subscribers.wake(topics.job('j'), null);
    expect(received).toEqual([null]);
  });

  it('are listed by the ids of one kind of topic', () => {
    const { subscribers } = setup(topics.job('a'), topics.job('b'), topics.owner('o'), topics.cancel('a'));
    const ids = [subscribers.ids('job'), subscribers.ids('owner'), subscribers.ids('cancel')];
    expect(ids).toEqual([['a', 'b'], ['o'], ['a']]);
  });
});
