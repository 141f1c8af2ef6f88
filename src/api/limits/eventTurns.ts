import type { EndTurn, Turns } from './turns.ts';

/** Each event of a subscription is an operation of its own: it waits for a turn, like the user's other operations. */
export class EventTurns {
  readonly #turns: Turns;
  readonly #user: string;
  #end: EndTurn = () => undefined;

  constructor(turns: Turns, user: string) {
    this.#turns = turns;
    this.#user = user;
  }

  /** The events as they may be answered, one after another. */
  events<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
    let isLeft = false;
    const next = async () => {
      const result = await source.next();
      if (result.done || isLeft) return result;
      this.#end = await this.#turns.await(this.#user);
      // It may have been left meanwhile, and then nobody answers the event.
      if (isLeft) this.#end();
      return result;
    };
    const leave = () => {
      isLeft = true;
      this.#end();
    };
    return {
      next,
      return(value) {
        leave();
        return source.return(value);
      },
      throw(error) {
        leave();
        return source.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        await this.return(undefined);
      },
    };
  }

  /** The event has been answered. */
  end(): void {
    this.#end();
  }
}
