import { APIError } from 'openai';

/**
 * The optional features that a request uses. Compatible servers refuse some of them; a feature that was refused once
 * is not requested again.
 */
export type RequestFeatures = {
  /** Constraint on the output: the JSON schema of a plan, any JSON, or none. */
  format: 'schema' | 'json' | 'none';
  /** Whether the system prompt is a system message; otherwise it is put before the first user message. */
  systemRole: boolean;
  /** Whether the answer is streamed. */
  stream: boolean;
  /** Whether `stream_options` requests the token usage of a stream. */
  streamOptions: boolean;
  /** Whether `store: false` asks the provider to keep nothing. */
  store: boolean;
};

export const allFeatures: RequestFeatures = {
  format: 'schema',
  systemRole: true,
  stream: true,
  streamOptions: true,
  store: true,
};

/** Statuses of a request that is refused for its content; 501 is "not implemented". */
const refusalStatuses = new Set([400, 422, 501]);

/** How OpenAI, Azure, vLLM, llama.cpp, LM Studio, TGI, Gemini, DeepSeek, Groq and others name each feature in an error. */
const featureNames = {
  streamOptions: /stream[_ ]?options|include[_ ]?usage/i,
  store: /\bstore\b/i,
  format:
    /response[_ .]?(?:format|schema|mime)|text\.format|json[_ ]?(?:schema|object|mode)|structured[_ ]?outputs?|guided|grammar|\bschemas?\b/i,
  systemRole:
    /system[_ ](?:role|messages?|prompts?|instructions?)|messages\[0\]\.role|roles?\b[^.]{0,80}\bsystem\b|\bsystem\b[^.]{0,80}\brole|developer instruction|roles must alternate|\binstructions\b/i,
  stream: /\bstream(?:ing)?\b/i,
} as const;

/** The server does not know some part of the request, and does not name it, or not in a known way. */
const unknownPart =
  /unknown|unrecogni[sz]ed|unsupported|not supported|not permitted|not allowed|extra (?:inputs|fields)|extra_forbidden|unexpected/i;

/** Errors that dropping a feature does not solve. */
const unrelatedCodes = new Set<unknown>([
  'context_length_exceeded',
  'model_not_found',
  'content_filter',
  'content_policy_violation',
  'invalid_prompt',
  'invalid_api_key',
  'insufficient_quota',
  'json_validate_failed',
]);

/** Some servers report a chat template that fails on the role of a message as a server error. */
const templateError = /system role|roles must alternate|jinja|chat template/i;

/**
 * Drops the feature that the provider refuses. An error without a reason may concern any feature.
 * @returns Fewer features, or null when the error has another cause.
 */
export function dropRefusedFeature(features: RequestFeatures, error: unknown): RequestFeatures | null {
  if (!(error instanceof APIError)) return null;
  const { status = 400, param, message } = error;
  if (unrelatedCodes.has(error.code) || unrelatedCodes.has(error.type)) return null;
  if (status === 500 && features.systemRole && templateError.test(message)) {
    return { ...features, systemRole: false };
  }
  if (!refusalStatuses.has(status)) return null;
  const named = typeof param === 'string' && param !== '' ? param : message;
  return dropNamed(features, named) ?? dropNamed(features, message) ?? dropAny(features, error);
}

function dropNamed(features: RequestFeatures, reason: string): RequestFeatures | null {
  if (features.streamOptions && featureNames.streamOptions.test(reason)) {
    return { ...features, streamOptions: false };
  }
  if (features.format !== 'none' && featureNames.format.test(reason)) return relaxFormat(features);
  if (features.store && featureNames.store.test(reason)) return { ...features, store: false };
  if (features.systemRole && featureNames.systemRole.test(reason)) return { ...features, systemRole: false };
  if (features.stream && featureNames.stream.test(reason)) {
    return { ...features, stream: false, streamOptions: false };
  }
  return null;
}

function dropAny(features: RequestFeatures, { message, status }: APIError): RequestFeatures | null {
  const hasNoReason = message === `${status} status code (no body)`;
  // A feature that is named here has been dropped already, and was not the cause.
  const namesFeature = Object.values(featureNames).some((name) => name.test(message));
  if (!hasNoReason && (namesFeature || !unknownPart.test(message))) return null;
  if (features.format !== 'none') return relaxFormat(features);
  if (!features.streamOptions && !features.store && !features.systemRole) return null;
  return { ...features, streamOptions: false, store: false, systemRole: false };
}

function relaxFormat(features: RequestFeatures): RequestFeatures {
  return { ...features, format: features.format === 'schema' ? 'json' : 'none' };
}
