import { describe, expect, it } from 'vitest';
import { type JobChange, topics } from './channels.ts';
import { Followed } from './followed.ts';

const change: JobChange = { jobId: 'j', ownerId: 'o', canvasId: 'c', lastSeq: 3 };

/** Followers of the topics, in their order, with what each was woken with. */
function setup(...followedTopics: string[]) {
  const followed = new Followed();
  const heard: (JobChange | null)[][] = followedTopics.map(() => []);
  const leave = followedTopics.map((topic, index) => followed.add(topic, (news) => heard[index]?.push(news)));
  return { followed, heard, leave };
}

describe('what is followed', () => {
  it('wakes all who follow a topic, and nobody else', () => {
    const { followed, heard } = setup(topics.job('j'), topics.job('j'), topics.job('k'), topics.owner('j'));
    followed.wake(topics.job('j'), change);
    expect(heard).toEqual([[change], [change], [], []]);
  });

  it('counts followers, and forgets those who leave, also if they leave twice', () => {
    const { followed, leave } = setup(topics.job('j'), topics.job('j'), topics.owner('o'));
    expect(followed.count).toBe(3);
    leave[0]?.();
    leave[0]?.();
    expect(followed.count).toBe(2);
    for (const go of leave) go();
    expect(followed.count).toBe(0);
    expect(followed.ids('job')).toEqual([]);
  });

  it('keeps those who came when all others had left', () => {
    const { followed, leave } = setup(topics.job('j'));
    leave[0]?.();
    const heard: unknown[] = [];
    followed.add(topics.job('j'), (news) => heard.push(news));
    leave[0]?.();
    followed.wake(topics.job('j'), null);
    expect(heard).toEqual([null]);
  });

  it('lists ids by kind', () => {
    const { followed } = setup(topics.job('a'), topics.job('b'), topics.owner('o'), topics.cancel('a'));
    expect([followed.ids('job'), followed.ids('owner'), followed.ids('cancel')]).toEqual([
      ['a', 'b'],
      ['o'],
      ['a'],
    ]);
  });
});
