import type { Catalogue } from '../en/catalogue.ts';

export const versions: Catalogue['versions'] = {};
