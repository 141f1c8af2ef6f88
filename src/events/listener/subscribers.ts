import { type TopicKind, topics } from './channels.ts';
import type { JobChange } from './sql/jobChange.ts';

/** Wakes a subscriber: with how far the log has got, or with null when that is not known and everything has to be read. */
export type Wake = (change: JobChange | null) => void;

/** The subscribers of a process, by topic. */
export class Subscribers {
  readonly #wakes = new Map<string, Set<Wake>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @returns Removes the subscriber; idempotent. */
  add(topic: string, wake: Wake): () => void {
    // The same function may be added twice, and is then removed once for each time.
    const own: Wake = (change) => wake(change);
    const wakes = this.#wakes.get(topic) ?? new Set();
    this.#wakes.set(topic, wakes.add(own));
    this.#count += 1;
    return () => {
      if (!wakes.delete(own)) return;
      this.#count -= 1;
      if (wakes.size === 0) this.#wakes.delete(topic);
    };
  }

  wake(topic: string, change: JobChange | null): void {
    for (const wake of this.#wakes.get(topic) ?? []) wake(change);
  }

  /** Ids of the topics of a kind that have subscribers. */
  ids(kind: TopicKind): string[] {
    const prefix = topics[kind]('');
    return [...this.#wakes.keys()]
      .filter((topic) => topic.startsWith(prefix))
      .map((topic) => topic.slice(prefix.length));
  }
}
