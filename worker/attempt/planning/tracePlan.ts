import { traced } from '../../../src/tracing/trace.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import type { GeneratedPlan, InterruptedPlan } from '../state/plan.ts';
import type { WorkerContext } from '../state/workerContext.ts';

/** Asks a planner as a span: for a model, with the names of OpenTelemetry's conventions for generative AI. */
export function tracePlan(
  { planner, config }: Pick<WorkerContext, 'planner' | 'config'>,
  plan: () => Promise<GeneratedPlan | InterruptedPlan>,
): Promise<GeneratedPlan | InterruptedPlan> {
  const { name, model } = planner;
  const address =
    config.openai === null ? undefined : new URL(config.openai.baseUrl ?? 'https://api.openai.com');
  const attributes =
    address === undefined
      ? { 'collabcanvas.planner': name }
      : {
          'gen_ai.operation.name': 'chat',
          'gen_ai.provider.name': name,
          'gen_ai.request.model': model,
          'server.address': address.hostname,
          'server.port': Number(address.port) || undefined,
        };
  const options = { attributes, ...(model === null ? {} : ({ kind: 'client' } as const)) };
  return traced(model === null ? 'plan' : `chat ${model}`, options, async (span) => {
    const made = await plan();
    const { usage } = made.partial;
    span.set({
      'gen_ai.usage.input_tokens': usage?.inputTokens,
      'gen_ai.usage.output_tokens': usage?.outputTokens,
    });
    if (made.source === 'interrupted') span.fail(typeOf(made.reason));
    return made;
  });
}

function typeOf(reason: unknown): string {
  if (reason instanceof PlannerError) return reason.code;
  return reason instanceof Error ? reason.name : 'unknown';
}
