import { deviceStorage } from '../storage/deviceStorage.ts';

const storageKey = 'token';

/** The stored access token; null without one, or where storage is forbidden. */
export function readToken(): string | null {
  try {
    return deviceStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Stores the token for later visits; null removes it. */
export function writeToken(token: string | null): void {
  try {
    if (token === null) deviceStorage.removeItem(storageKey);
    else deviceStorage.setItem(storageKey, token);
  } catch {
    // Without storage, the token has to be entered again on the next visit.
  }
}

/** Calls back when another tab stores a token. Returns a function that removes the listener. */
export function onTokenStored(listener: (token: string) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === storageKey && newValue !== null) listener(newValue);
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

/** The `authorization` entry of a request, or none without a token. */
export function authorization(): { authorization?: string } {
  const token = readToken();
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
