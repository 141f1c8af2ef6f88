import { z } from 'zod';

/** Types of variables. Their errors state what is right. */

export const text = z.string().trim().min(1, 'must not be blank');

function numberOf(range: string) {
  const error = `must be a number ${range}`;
  // A text first: blank ones would be coerced to 0.
  return z.string().trim().min(1, error).pipe(z.coerce.number<string>({ error }));
}

export function count(minimum: number, maximum: number) {
  const range = `from ${minimum} to ${maximum}`;
  const error = `must be a number ${range}`;
  return numberOf(range).pipe(
    z.int(`must be a whole number ${range}`).min(minimum, error).max(maximum, error),
  );
}

export const price = numberOf('of US dollars, 0 or more').pipe(
  z.number().min(0, 'must be a number of US dollars, 0 or more'),
);

export const share = numberOf('from 0 to 1').pipe(
  z.number().min(0, 'must be a number from 0 to 1').max(1, 'must be a number from 0 to 1'),
);

/** At most what a timer can wait. */
export function milliseconds(minimum: number) {
  return count(minimum, 2_147_483_647);
}

export const port = count(0, 65_535);
export const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

export const time = z.iso
  .datetime({ offset: true, error: 'must be a time like 2026-11-27T18:00:00Z' })
  .transform((value) => new Date(value));

export function oneOf<const Values extends readonly [string, string, ...string[]]>(values: Values) {
  return z.enum(values, `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}

const levelsError = 'must give each priority a level from 0 to 1000, like LOW=0,NORMAL=1,HIGH=2,URGENT=3';
const level = z
  .string(levelsError)
  .regex(/^\d{1,4}$/, levelsError)
  .pipe(z.coerce.number<string>().max(1_000, levelsError));

/** `LOW=0,NORMAL=1,HIGH=2,URGENT=3`: a higher level starts first, equal levels share one queue. */
export const priorityLevels = z
  .string()
  .transform((value) =>
    Object.fromEntries(value.split(',').map((pair) => pair.split('=').map((part) => part.trim()))),
  )
  .pipe(z.strictObject({ LOW: level, NORMAL: level, HIGH: level, URGENT: level }, levelsError));

/** `canvas.example, canvas.internal`: names of hosts, without ports. */
export const hostNames = z
  .string()
  .regex(/^\s*[\w.-]+\s*(?:,\s*[\w.-]+\s*)*$/, {
    error: 'must be names of hosts without ports, like canvas.example,canvas.internal',
  })
  .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()));

export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be a URL like postgres://user:password@host:5432/name',
});
