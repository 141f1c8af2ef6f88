import type { Catalogue } from '../en/catalogue.ts';

export const editing: Catalogue['editing'] = {};
