import type { Picture } from '../metrics/picture.ts';

/** A graph as some program draws it. */
export type Drawing = { picture: Picture; svg: string };
