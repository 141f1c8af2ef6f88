import { dequal } from 'dequal';

/** A stored object, unchecked: only its id matters here. */
type StoredJson = { id: string };

/** A change set as it is stored with its version. */
export type StoredChanges = {
  added: StoredJson[];
  updated: { before: StoredJson; after: StoredJson }[];
  deleted: StoredJson[];
  creators?: Record<string, string>;
};

/** The first and last state of one object; null where it is not on the canvas. */
type Course = {
  before: StoredJson | null;
  after: StoredJson | null;
  /** The job that created it, if it was deleted in between: an object that is added again has no such job. */
  creator: string | null;
  wasDeleted: boolean;
};

/** Joins consecutive change sets into one. */
export class JoinedChanges {
  readonly #courses = new Map<string, Course>();

  /** Adds the next change set. */
  add({ added, updated, deleted, creators = {} }: StoredChanges): void {
    // In the order in which a change set is applied: an object may be deleted and added again.
    for (const object of deleted) {
      const course = this.#courseOf(object.id, object);
      if (!course.wasDeleted) course.creator = creators[object.id] ?? null;
      course.after = null;
      course.wasDeleted = true;
    }
    for (const { before, after } of updated) this.#courseOf(after.id, before).after = after;
    for (const object of added) this.#courseOf(object.id, null).after = object;
  }

  #courseOf(id: string, before: StoredJson | null): Course {
    const known = this.#courses.get(id);
    if (known !== undefined) return known;
    const course = { before, after: before, creator: null, wasDeleted: false };
    this.#courses.set(id, course);
    return course;
  }

  /** The change set from the state before the first to the state after the last. */
  toChanges(): Required<StoredChanges> {
    const changes: Required<StoredChanges> = { added: [], updated: [], deleted: [], creators: {} };
    for (const [id, { before, after, creator, wasDeleted }] of this.#courses) {
      if (before === null) {
        if (after !== null) changes.added.push(after);
        continue;
      }
      // A job's object that was deleted and added again is a new object: its job is no longer known.
      const isAnother = wasDeleted && creator !== null;
      if (after === null || isAnother) {
        changes.deleted.push(before);
        if (creator !== null) changes.creators[id] = creator;
        if (after !== null) changes.added.push(after);
      } else if (!dequal(before, after)) {
        changes.updated.push({ before, after });
      }
    }
    return changes;
  }
}
