import { statement } from '../../../database/statement.ts';
import { countDurations, factsInHour, sumFacts } from './facts.ts';

export const rollUpSums = statement.count<{ hour: Date }>(
  `INSERT INTO job_fact_hour ${sumFacts(':hour::timestamptz', factsInHour)}`,
);

export const rollUpDurations = statement.count<{ hour: Date }>(
  `INSERT INTO job_duration_hour ${countDurations(':hour::timestamptz', factsInHour)}`,
);
