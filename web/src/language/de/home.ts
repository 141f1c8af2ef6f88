import type { Catalogue } from '../en/catalogue.ts';

export const home: Catalogue['home'] = {};
