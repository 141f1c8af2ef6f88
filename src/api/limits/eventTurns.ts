import type { EndTurn, Turns } from './turns.ts';

/** Makes each event of a subscription wait for a turn among the user's operations. */
export class EventTurns {
  readonly #turns: Turns;
  readonly #user: string;
  #end: EndTurn = () => undefined;

  constructor(turns: Turns, user: string) {
    this.#turns = turns;
    this.#user = user;
  }

  /** The events, each given out once it has its turn. */
  events<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
    let isLeft = false;
    const next = async () => {
      const result = await source.next();
      if (result.done || isLeft) return result;
      this.#end = await this.#turns.await(this.#user);
      // The subscriber may be gone by now; then nobody ends the turn.
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

  /** Ends the turn of the current event. */
  end(): void {
    this.#end();
  }
}
