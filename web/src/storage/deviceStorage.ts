/** The part of `Storage` that the app uses. */
type DeviceStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What is kept in this browser for later visits; in the memory of the page where the browser forbids that, as with
 * blocked cookies: there, even naming the storage throws. Writing throws when it is full.
 */
export const deviceStorage: DeviceStorage = {
  get length() {
    return storage().length;
  },
  key: (index) => storage().key(index),
  getItem: (key) => storage().getItem(key),
  setItem: (key, value) => storage().setItem(key, value),
  removeItem: (key) => storage().removeItem(key),
};

function storage(): DeviceStorage {
  try {
    return localStorage;
  } catch {
    return memory;
  }
}

const values = new Map<string, string>();

const memory: DeviceStorage = {
  get length() {
    return values.size;
  },
  key: (index) => [...values.keys()][index] ?? null,
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => void values.set(key, value),
  removeItem: (key) => void values.delete(key),
};
