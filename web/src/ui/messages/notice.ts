import { observable } from '../../api/observable.ts';

export type NoticeAction = { label: string; run(): void };

/** A short message about something that has just happened, with actions. It is shown as a toast. */
export type Notice = {
  text: string;
  /** Shown above the text. */
  title?: string;
  isFailure?: boolean;
  action?: NoticeAction;
  moreActions?: readonly NoticeAction[];
  /** What it is about: it replaces an earlier notice with the same topic. Default: the page's own actions. */
  topic?: string;
};

/** `key` distinguishes notices with the same text. */
export type Announced = Notice & { key: number };

/** The notices that are shown, by topic, oldest first. They stay when the user goes to another page. */
export const notices = observable<ReadonlyMap<string, Announced>>(new Map());

const pageTopic = 'page';
let count = 0;

/** Shows a notice. */
export function announce(notice: Notice): void {
  count += 1;
  const { topic = pageTopic } = notice;
  notices.set(new Map(notices.get()).set(topic, { ...notice, key: count }));
}

/**
 * The notice to remove so that the result of the page's own action, which is reported nowhere else, can be seen: the
 * oldest of those that cover it; null if it is visible.
 * @param room How many notices are visible: the newest ones.
 */
export function topicOverPage(shown: ReadonlyMap<string, Announced>, room: number): string | null {
  const topics = [...shown.keys()];
  const index = topics.indexOf(pageTopic);
  return index < 0 || topics.length - index <= room ? null : (topics[index + 1] ?? null);
}

/** Removes the notice about a topic; with a key, only if it has not been replaced. */
export function dismiss(topic = pageTopic, key?: number): void {
  const shown = notices.get().get(topic);
  if (!shown || (key !== undefined && shown.key !== key)) return;
  const rest = new Map(notices.get());
  rest.delete(topic);
  notices.set(rest);
}
