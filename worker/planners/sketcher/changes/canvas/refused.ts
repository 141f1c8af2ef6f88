/** A change that can't be made. The message says why, to the person who asked for it. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
  readonly mistaken: MistakenName | null;

  constructor(message?: string, mistaken: MistakenName | null = null) {
    super(message);
    this.mistaken = mistaken;
  }
}

/** A name that means nothing on the canvas, or several things, with the texts that may be meant. */
export type MistakenName = { name: string; texts: readonly string[] };

/** A change that has been made before: no reason to mention it, where others are made. */
export class AlreadySo extends ChangeRefused {}

/** What is named can't be changed because it is outside of the selection: nothing else is meant. */
export class OutsideSelection extends ChangeRefused {}

export function refuse(reason: string, mistaken: MistakenName | null = null): never {
  throw new ChangeRefused(reason, mistaken);
}
