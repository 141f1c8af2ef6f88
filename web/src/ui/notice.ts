import { observable } from '../api/observable.ts';

/** A short message about something that has just happened, with an action. */
export type Notice = {
  text: string;
  action?: { label: string; run(): void };
};

/** `key` distinguishes notices with the same text. */
export type Announced = Notice & { key: number };

/** The latest notice; it stays when the user goes to another page. */
export const notice = observable<Announced | null>(null);

let count = 0;

/** Shows a notice. */
export function announce(next: Notice): void {
  count += 1;
  notice.set({ ...next, key: count });
}
