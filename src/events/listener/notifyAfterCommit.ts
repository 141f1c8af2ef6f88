import { setTimeout as delay } from 'node:timers/promises';
import { afterCommit } from '../../database/afterCommit.ts';
import type { Sql } from '../../database/statement.ts';
import { sendNotifications } from './sql/sendNotifications.ts';

type Notification = { channel: string; payload: string };

/** Milliseconds between two statements: how long a notification waits at most, unless the database is slow. */
const gatheringMs = 5;

/**
 * Sends notifications: the first one at once, those that gather meanwhile with the next statement. One that can't be
 * sent is dropped: it is only a hint, and whoever waits for the change also polls.
 */
class Notifier {
  readonly #sql: Sql;
  #waiting: Notification[] = [];
  #sending: Promise<void> | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Resolves when all that waits has been sent or dropped. */
  send(notification: Notification): Promise<void> {
    this.#waiting.push(notification);
    this.#sending ??= this.#sendAll();
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const sent = this.#waiting;
      this.#waiting = [];
      const channels = sent.map(({ channel }) => channel);
      const payloads = sent.map(({ payload }) => payload);
      const pause = delay(gatheringMs);
      await sendNotifications(this.#sql, { channels, payloads }).catch(() => undefined);
      await pause;
    }
    this.#sending = undefined;
  }
}

const notifiers = new WeakMap<Sql, Notifier>();

function notifierOf(sql: Sql): Notifier {
  const notifier = notifiers.get(sql) ?? new Notifier(sql);
  notifiers.set(sql, notifier);
  return notifier;
}

/**
 * Notifies those who listen on a channel, once the transaction is committed. Not as part of it: commits that notify
 * wait for each other, each until the disk has written, so that a server does few of them in a second.
 */
export function notifyAfterCommit(sql: Sql, channel: string, payload: string): void {
  afterCommit(sql, (on) => notifierOf(on).send({ channel, payload }));
}
