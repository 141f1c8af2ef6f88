/** A change that can't be made. The message says why, to the person who asked for it. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** A change that has been made before: no reason to mention it, where others are made. */
export class AlreadySo extends ChangeRefused {}

export function refuse(reason: string): never {
  throw new ChangeRefused(reason);
}
