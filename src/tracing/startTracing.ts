import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { recordSpansWith } from './trace.ts';

/** Milliseconds that the last spans get to be exported when the process stops. */
const flushLimitMs = 2_000;

type TraceSettings = Pick<
  Config,
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_SERVICE_NAME' | 'OTEL_TRACES_SAMPLER_ARG'
>;

/**
 * Exports traces of this process where `OTEL_EXPORTER_OTLP_ENDPOINT` is set; otherwise loads nothing.
 * @returns Stops that, after the last spans have been exported, or after two seconds.
 */
export async function startTracing(
  service: string,
  settings: TraceSettings,
  log: Logger,
): Promise<() => Promise<void>> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return async () => undefined;
  const { openTracer } = await import('./openTelemetry.ts');
  const exporting = {
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    serviceName: settings.OTEL_SERVICE_NAME ?? `collabcanvas-${service}`,
    ratio: settings.OTEL_TRACES_SAMPLER_ARG,
  };
  const { tracer, close } = openTracer(exporting, log);
  recordSpansWith(tracer);
  log.info({ url: exporting.url }, 'traces are exported');
  return async () => {
    recordSpansWith(undefined);
    const closed = close().catch((error: unknown) => log.debug({ err: error }, 'the last spans were lost'));
    await Promise.race([closed, delay(flushLimitMs, undefined, { ref: false })]);
  };
}
