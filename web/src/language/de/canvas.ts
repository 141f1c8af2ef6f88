import type { Catalogue } from '../en/catalogue.ts';

export const canvas: Catalogue['canvas'] = {};
