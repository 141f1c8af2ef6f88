import type { Catalogue } from '../en/catalogue.ts';

export const ops: Catalogue['ops'] = {};
