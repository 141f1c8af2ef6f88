import type { Catalogue } from '../en/catalogue.ts';

export const composer: Catalogue['composer'] = {};
