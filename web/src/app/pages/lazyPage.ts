import type { ComponentType } from 'react';
import { loadOnce } from '../../ui/loading/loadOnce.ts';

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

export function lazyPage(path: string, importPage: () => Promise<PageComponent>): Page {
  const code = loadOnce(importPage);
  return {
    path,
    get component() {
      return code.value;
    },
    load: code.load,
  };
}
