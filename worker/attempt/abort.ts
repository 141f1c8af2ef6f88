/** Why an attempt is ended before it is done. */
export type AbortCause = 'cancelled' | 'timeout' | 'shutdown' | 'superseded';

/** Reason of an attempt's abort signal. */
export class AttemptAborted extends Error {
  override readonly name = 'AttemptAborted';
  readonly why: AbortCause;

  constructor(why: AbortCause) {
    super(`the attempt was ended: ${why}`);
    this.why = why;
  }
}
