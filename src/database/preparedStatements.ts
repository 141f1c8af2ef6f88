import { createHash } from 'node:crypto';
import pg from 'pg';
import { isDirect } from './ownsSession.ts';

/**
 * Name under which a connection prepares a statement: the same for the same text. PostgreSQL then plans it a few times
 * per connection instead of each time, and the plans of the engine's statements take longer than running them.
 */
export function statementName(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Statements of queries that clients compose are many; each takes memory on every connection for as long as it lasts. */
const maxComposed = 300;

/** Names statements of which there may be any number: the first few hundred. Others get '', which is no name. */
export function nameFirst(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= maxComposed) return '';
    const name = statementName(sql);
    names.set(sql, name);
    return name;
  };
}

/**
 * A connection that prepares statements with a name only where it has a session of its own: a connection pooler gives
 * it another one for each transaction, which doesn't know the statement, or knows another process's. Statements that
 * are sent without waiting for each other's results go out in one message: they are pipelined.
 */
export class PreparingClient extends pg.Client {
  #isDirect = false;
  #isCollecting = false;
  /** Called with the text of a statement and how long its answer took, in milliseconds. */
  onAnswer: ((text: string, ms: number) => void) | undefined;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true } as pg.ClientConfig);
  }

  /** Finds out whether the connection is direct; until then, nothing is prepared. */
  async detectSession(): Promise<void> {
    this.#isDirect = await isDirect(this);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's eight signatures, all passed on
  override query(...[statement, ...rest]: any[]): any {
    const isNamed = typeof statement === 'object' && statement.name !== undefined;
    const sent = isNamed && !this.#isDirect ? { ...statement, name: undefined } : statement;
    this.#collectWrites();
    if (this.onAnswer === undefined) return this.#send(sent, rest);
    const answered = this.#measure(typeof statement === 'string' ? statement : statement.text);
    // The pool passes a callback, everybody else takes the promise.
    const callback = rest.at(-1);
    if (typeof callback === 'function') {
      const report = (...outcome: unknown[]) => {
        answered();
        callback(...outcome);
      };
      return this.#send(sent, rest.with(-1, report));
    }
    const answer = this.#send(sent, rest);
    if (answer instanceof Promise) answer.then(answered, answered);
    return answer;
  }

  #send(statement: unknown, rest: unknown[]): unknown {
    return (super.query as (...sent: unknown[]) => unknown)(statement, ...rest);
  }

  #measure(text: string): () => void {
    const began = performance.now();
    return () => this.onAnswer?.(text, performance.now() - began);
  }

  /** Sends what is written in this turn of the event loop with one system call. */
  #collectWrites(): void {
    if (this.#isCollecting) return;
    this.#isCollecting = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#isCollecting = false;
      stream.uncork();
    });
  }
}
