import type { Catalogue } from '../en/catalogue.ts';

export const app: Catalogue['app'] = {};
