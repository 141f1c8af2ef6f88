import type { Catalogue } from '../en/catalogue.ts';

export const dashboard: Catalogue['dashboard'] = {};
