import { type JobChange, type TopicKind, topics } from './channels.ts';

/**
 * What a follower is woken with: how far the log has got, or null when that is not known and everything has to
 * be looked at again.
 */
export type Wake = (change: JobChange | null) => void;

/** Who is to be woken for what. */
export class Followed {
  readonly #wakes = new Map<string, Set<Wake>>();
  #count = 0;

  /** Followers at present. */
  get count(): number {
    return this.#count;
  }

  /** Registers a follower; the function that it returns, called once or more often, removes it. */
  add(topic: string, wake: Wake): () => void {
    // One function may follow a topic twice, and leaves it once for each time.
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

  /** The ids that are followed as topics of that kind. */
  ids(kind: TopicKind): string[] {
    const prefix = topics[kind]('');
    return [...this.#wakes.keys()]
      .filter((topic) => topic.startsWith(prefix))
      .map((topic) => topic.slice(prefix.length));
  }
}
