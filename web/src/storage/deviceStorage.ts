/** The part of `Storage` that the app uses. */
export type DeviceStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What is kept in this browser for later visits; in the memory of the page where the browser forbids that, as with
 * blocked cookies: there, even naming the storage throws. Writing throws when it is full.
 */
export const deviceStorage: DeviceStorage = browserStorage() ?? memoryStorage();

function browserStorage(): DeviceStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function memoryStorage(): DeviceStorage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
