/** `1 object`, `2 objects`. */
export const countObjects = (count: number): string => (count === 1 ? '1 object' : `${count} objects`);
