import type { Catalogue } from '../en/catalogue.ts';

export const connection: Catalogue['connection'] = {};
