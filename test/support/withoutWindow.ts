import { afterAll } from 'vitest';

/** Removes the `window` that Mermaid's parser needs: test files share a process, and others take one for a browser. */
export function withoutWindow(): void {
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
  });
}
