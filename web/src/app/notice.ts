import { observable } from '../api/observable.ts';

/** Something that has just been done, said in passing, with what can be done about it. */
export type Notice = {
  text: string;
  action?: { label: string; run(): void };
};

/** The newest notice; it survives a change of the page. */
export const notice = observable<Notice | null>(null);

/** Says something in passing. */
export function announce(next: Notice): void {
  notice.set(next);
}
