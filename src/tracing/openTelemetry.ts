import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  DiagLogLevel,
  diag,
  type Span as OpenSpan,
  type Tracer as OpenTracer,
  type Attributes as Recorded,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from '../log.ts';
import { withLogFields } from '../logContext.ts';
import type { Attributes, Span, SpanOptions, Tracer } from './trace.ts';

export type TraceExport = {
  /** Where spans are sent to by OTLP over HTTP. */
  url: string;
  serviceName: string;
  /** Share of the traces that begin here. */
  ratio: number;
};

/**
 * Records spans and exports them in the background. A collector that cannot be reached costs spans, nothing else: a
 * bounded number of them waits for it.
 */
export function openTracer({ url, serviceName, ratio }: TraceExport, log: Logger) {
  diag.setLogger(diagnosticsIn(log), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new TracerProvider({
    resource: detectResources({ detectors: [envDetector] }).merge(
      resourceFromAttributes({ 'service.name': serviceName, 'process.pid': process.pid }),
    ),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), scheduledDelayMillis: 1_000 }),
    ],
  });
  return { tracer: tracerOn(provider.getTracer('collabcanvas')), close: () => provider.shutdown() };
}

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

function tracerOn(tracer: OpenTracer): Tracer {
  const running = new AsyncLocalStorage<Context>();
  const contextOf = ({ parent }: SpanOptions): Context => {
    if (parent === undefined) return running.getStore() ?? ROOT_CONTEXT;
    const remote = parent === null ? null : parseTraceParent(parent);
    return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
  };
  const start = (name: string, options: SpanOptions, startTime?: Date) => {
    const { kind, attributes = {} } = options;
    const context = contextOf(options);
    const settings = {
      kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind],
      attributes: present(attributes),
      ...(startTime === undefined ? {} : { startTime }),
    };
    return { span: tracer.startSpan(name, settings, context), context };
  };
  return {
    async run(name, options, work) {
      const { span, context } = start(name, options);
      const wrapped = wrap(span);
      try {
        const { traceId } = span.spanContext();
        return await running.run(trace.setSpan(context, span), () =>
          withLogFields({ traceId }, () => work(wrapped)),
        );
      } catch (error) {
        wrapped.fail(error instanceof Error ? error.name : 'unknown');
        throw error;
      } finally {
        span.end();
      }
    },
    record(name, options) {
      start(name, options, options.start).span.end(options.end);
    },
    current() {
      const context = running.getStore();
      const span = context === undefined ? undefined : trace.getSpanContext(context);
      if (span === undefined) return null;
      return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
    },
  };
}

function wrap(span: OpenSpan): Span {
  return {
    set: (attributes) => void span.setAttributes(present(attributes)),
    fail(type) {
      span.setAttribute('error.type', type);
      span.setStatus({ code: SpanStatusCode.ERROR });
    },
  };
}

function present(attributes: Attributes): Recorded {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );
}

/** Milliseconds in which further problems of the library are only logged at the level `debug`. */
const quietMs = 60_000;

/** The library's own messages, for instance that the collector cannot be reached. */
function diagnosticsIn(log: Logger) {
  let lastAt = Number.NEGATIVE_INFINITY;
  const report = (message: string) => {
    const level = performance.now() - lastAt < quietMs ? 'debug' : 'warn';
    lastAt = level === 'warn' ? performance.now() : lastAt;
    log[level]({ detail: message.slice(0, 500) }, 'traces cannot be exported');
  };
  const ignore = () => undefined;
  return { error: report, warn: report, info: ignore, debug: ignore, verbose: ignore };
}
