export const managing = {};
