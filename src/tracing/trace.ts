/**
 * Spans of traces, without the library that records them: that is loaded only where traces are exported (see
 * `startTracing`). Otherwise a span costs a function call. Attributes hold ids, kinds and numbers, never texts of users.
 */

/** Names of OpenTelemetry's semantic conventions where they have one, else `collabcanvas.…`. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

export type SpanOptions = {
  /** Default: within this process. */
  kind?: 'server' | 'client' | 'producer' | 'consumer';
  attributes?: Attributes;
  /** The span that it belongs to, as in a W3C `traceparent` header; null: none. Default: the one that is running */
  parent?: string | null | undefined;
};

export type Span = {
  set(attributes: Attributes): void;
  /** @param type What kind of error it was: a code, or the name of a class. */
  fail(type: string): void;
};

/** Records spans. */
export type Tracer = {
  run<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  record(name: string, options: SpanOptions & { start: Date; end: Date }): void;
  /** The running span, as in a W3C `traceparent` header. */
  current(): string | null;
};

let tracer: Tracer | undefined;

/** Has spans recorded; undefined: no longer. */
export function recordSpansWith(recorder: Tracer | undefined): void {
  tracer = recorder;
}

/** Whether spans are recorded. */
export function isTracing(): boolean {
  return tracer !== undefined;
}

const unrecorded: Span = { set: () => undefined, fail: () => undefined };

/** Runs `work` as a span. What it throws marks the span as failed. */
export function traced<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return tracer === undefined ? work(unrecorded) : tracer.run(name, options, work);
}

/** Records a span that is over. */
export function recordSpan(name: string, options: SpanOptions & { start: Date; end: Date }): void {
  tracer?.record(name, options);
}

/** The running span, as in a W3C `traceparent` header; null where none is recorded. */
export function currentTraceParent(): string | null {
  return tracer?.current() ?? null;
}
