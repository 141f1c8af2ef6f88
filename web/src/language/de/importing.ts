import type { Catalogue } from '../en/catalogue.ts';

export const importing: Catalogue['importing'] = {};
