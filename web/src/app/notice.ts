import { observable } from '../api/observable.ts';

/** Something that has just been done, said in passing, with what can be done about it. */
export type Notice = {
  text: string;
  action?: { label: string; run(): void };
};

/** `key` tells a notice from the one before, also when both say the same. */
export type Announced = Notice & { key: number };

/** The newest notice; it survives a change of the page. */
export const notice = observable<Announced | null>(null);

let count = 0;

/** Says something in passing. */
export function announce(next: Notice): void {
  count += 1;
  notice.set({ ...next, key: count });
}
