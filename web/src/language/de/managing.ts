import type { Catalogue } from '../en/catalogue.ts';

export const managing: Catalogue['managing'] = {};
