import type { Catalogue } from '../en/catalogue.ts';

export const exporting: Catalogue['exporting'] = {};
