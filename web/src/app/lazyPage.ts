import type { ComponentType } from 'react';
import { reloadFailedStyles } from '../ui/reloadFailedStyles.ts';

/** `id`: the decoded `:id` of the path; empty for a path without one. */
type PageComponent = ComponentType<{ id: string }>;

/** A page whose code is loaded when it is first needed. */
export type Page = {
  /** Pattern of its path. */
  readonly path: string;
  /** Null until it is loaded. */
  readonly component: PageComponent | null;
  /** Loads it once. After a failure, the next call tries again. */
  load(): Promise<PageComponent>;
};

/**
 * Not React.lazy: that shows the fallback for a moment even if the code is there, and for 300 ms once it has shown it.
 */
export function lazyPage(path: string, importPage: () => Promise<PageComponent>): Page {
  let component: PageComponent | null = null;
  let loading: Promise<PageComponent> | null = null;
  let hasFailed = false;

  async function importOnce(): Promise<PageComponent> {
    try {
      if (hasFailed) await reloadFailedStyles();
      component = await importPage();
      return component;
    } catch (cause) {
      hasFailed = true;
      loading = null;
      throw cause;
    }
  }

  return {
    path,
    get component() {
      return component;
    },
    load() {
      loading ??= importOnce();
      return loading;
    },
  };
}
