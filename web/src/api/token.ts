const KEY = 'token';

/** The access token that this browser keeps, or null; also null where storage is forbidden. */
export function readToken(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the token for later visits; null removes it. */
export function writeToken(token: string | null): void {
  try {
    if (token === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, token);
  } catch {
    // Without storage the person has to give the token again on the next visit.
  }
}

/** The `authorization` entry of a request, or none without a token. */
export function authorization(): { authorization?: string } {
  const token = readToken();
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
