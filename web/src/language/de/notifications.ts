import type { Catalogue } from '../en/catalogue.ts';

export const notifications: Catalogue['notifications'] = {};
