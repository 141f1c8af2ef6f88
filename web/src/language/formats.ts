import { formatter } from './formatter.ts';
import { currentLanguage, currentLocale } from './language.ts';

function format(value: number, options?: Intl.NumberFormatOptions): string {
  return formatter(Intl.NumberFormat, currentLanguage(), options).format(value);
}

/** A whole number with its thousands separated. */
export function formatNumber(value: number): string {
  // The first formatter of a page takes some 30 ms on a phone: most figures of a first page don't need it.
  return Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : format(value);
}

/** A number with a fixed count of decimals: `2.50`. */
export function formatDecimals(value: number, decimals: number): string {
  return format(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A share from 0 to 1: `12.5%`. */
export function formatPercent(share: number): string {
  return format(share, { style: 'percent', maximumFractionDigits: 1 });
}

/** How much is done, from 0 to 1, in whole percent: `45%`. */
export function formatProgress(share: number): string {
  return format(share, { style: 'percent' });
}

/** US dollars: `$0.42`. */
export function formatUsd(amount: number): string {
  return format(amount, { style: 'currency', currency: 'USD' });
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size: `512 bytes`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1);
  return format(bytes / 1_000 ** power, {
    style: 'unit',
    unit: byteUnits[power] ?? 'byte',
    // The short name of a byte has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
}

const momentParts: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
};

/** A time in the past: `5 minutes ago`, `yesterday`. */
export function formatAgo(count: number, unit: Intl.RelativeTimeFormatUnit): string {
  return formatter(Intl.RelativeTimeFormat, currentLanguage(), { numeric: 'auto', style: 'long' }).format(
    -count,
    unit,
  );
}

/** Date and time of a moment, with seconds: `25/12/2026, 14:05:09`. */
export function formatMoment(moment: string): string {
  return formatter(Intl.DateTimeFormat, currentLocale(), momentParts).format(new Date(moment));
}

/**
 * Creates the formatters that lists use, in a task each. While a page waits for its data, nobody notices what would
 * hold up its rows.
 */
export function prepareFormats(): void {
  const uses = [
    () => formatAgo(1, 'day'),
    () => formatMoment(new Date(0).toISOString()),
    () => formatDecimals(1, 1),
    () => formatter(Intl.PluralRules, currentLanguage(), { type: 'cardinal' }),
  ];
  for (const use of uses) setTimeout(use);
}
