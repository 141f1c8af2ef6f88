import type { Catalogue } from '../en/catalogue.ts';

export const time: Catalogue['time'] = {
  justNow: 'gerade eben',
};
