import { OpsCacheDocument, type OpsCacheQuery } from '../../generated/graphql.ts';
import { formatBytes, formatNumber, formatPercent, formatUsd } from '../../language/formats.ts';
import { t } from '../../language/opsTexts.ts';
import { Problem } from '../../ui/messages/Problem.tsx';
import { Figure } from '../section/Figure.tsx';
import { OpsSection } from '../section/OpsSection.tsx';
import { usePolled } from '../section/usePolled.ts';
import { InvalidateCache } from './InvalidateCache.tsx';

type CacheStats = NonNullable<OpsCacheQuery['cacheStats']>;

/** Figures of the result cache, and how to delete results. */
export function CacheFigures() {
  const { data, error, reread } = usePolled(OpsCacheDocument, {}, 30_000);
  const stats = data?.cacheStats;
  return (
    <OpsSection title={t('ops.cache.title')} query={OpsCacheDocument}>
      {!stats && error && <Problem error={error} onRetry={reread} />}
      {stats && <Figures stats={stats} />}
      {stats && <InvalidateCache stats={stats} onDeleted={reread} />}
    </OpsSection>
  );
}

function Figures({ stats }: { stats: CacheStats }) {
  const { entries, bytes, hits, misses, hitRate, tokensSaved, usdSaved } = stats;
  const figures = [
    ['entries', formatNumber(entries)],
    ['size', formatBytes(bytes)],
    ['hitRate', hitRate === null ? '–' : formatPercent(hitRate)],
    ['hits', formatNumber(hits)],
    ['misses', formatNumber(misses)],
    ['tokensSaved', formatNumber(tokensSaved)],
    ['usdSaved', formatUsd(usdSaved)],
  ] as const;
  return (
    <dl className="live-figures">
      {figures.map(([name, value]) => (
        <Figure key={name} label={t(`ops.cache.${name}`)} value={value} />
      ))}
    </dl>
  );
}
