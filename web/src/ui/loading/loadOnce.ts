import { reloadFailedStyles } from './reloadFailedStyles.ts';

/** Code that is loaded when it is first needed. */
export type LoadedOnce<T> = {
  /** Null until it is loaded. */
  readonly value: T | null;
  /** Loads it once. After a failure, the next call tries again. */
  load(): Promise<T>;
};

/**
 * Not React.lazy: that shows the fallback for a moment even if the code is there, and for 300 ms once it has shown it.
 */
export function loadOnce<T>(importValue: () => Promise<T>): LoadedOnce<T> {
  let value: T | null = null;
  let loading: Promise<T> | null = null;
  let hasFailed = false;

  async function importOnce(): Promise<T> {
    try {
      if (hasFailed) await reloadFailedStyles();
      value = await importValue();
      return value;
    } catch (cause) {
      hasFailed = true;
      loading = null;
      throw cause;
    }
  }

  return {
    get value() {
      return value;
    },
    load() {
      loading ??= importOnce();
      return loading;
    },
  };
}
