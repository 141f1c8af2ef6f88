import { z } from 'zod';

/** The parts of the published schemas that the files in deploy/ use. Anything else, such as a typo, is refused. */

const text = z.string().min(1);
const count = z.int().min(0);
const strings = z.record(text, z.string());

/** https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json */
const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);
const duration = z.string().regex(/^\d+(ms|s|m|h)$/);
export const compose = z.strictObject({
  name: text,
  services: z.record(
    text,
    z.strictObject({
      image: text,
      build: z.strictObject({ context: text, dockerfile: text }).optional(),
      command: z.array(text).optional(),
      environment: strings.optional(),
      restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
      stop_grace_period: duration.optional(),
      ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
      volumes: z.array(text).optional(),
      deploy: z.strictObject({ replicas: count }).optional(),
      healthcheck: z
        .strictObject({
          test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], text).optional(),
          interval: duration.optional(),
          start_period: duration.optional(),
          retries: count.optional(),
          disable: z.boolean().optional(),
        })
        .optional(),
      depends_on: z.union([z.array(text), z.record(text, z.strictObject({ condition }))]).optional(),
    }),
  ),
  volumes: z.record(text, z.null()),
});

/** https://railway.com/railway.schema.json */
export const railway = z.strictObject({
  $schema: z.literal('https://railway.com/railway.schema.json'),
  build: z.strictObject({ builder: z.literal('DOCKERFILE'), dockerfilePath: z.literal('deploy/Dockerfile') }),
  deploy: z.strictObject({
    preDeployCommand: z.array(text).optional(),
    startCommand: text,
    healthcheckPath: z.literal('/ready'),
    healthcheckTimeout: count,
    restartPolicyType: z.enum(['ON_FAILURE', 'ALWAYS', 'NEVER']),
    overlapSeconds: count,
    drainingSeconds: count,
  }),
});

/** https://kubernetes.io/docs/reference/kubernetes-api/ and, for the autoscaler, https://keda.sh/docs/. */
const object = <Version extends string, Kind extends string, Rest extends z.ZodRawShape>(
  apiVersion: Version,
  kind: Kind,
  rest: Rest,
) =>
  z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal(kind),
    metadata: z.strictObject({ name: text, annotations: strings.optional() }),
    ...rest,
  });

const selector = z.strictObject({ matchLabels: strings });
const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.enum(['/health', '/ready']), port: z.literal('http') }),
  periodSeconds: count,
  timeoutSeconds: count.optional(),
  failureThreshold: count.optional(),
});
const named = z.strictObject({ name: text });
const container = z.strictObject({
  name: text,
  image: text,
  command: z.array(text),
  envFrom: z.array(z.strictObject({ configMapRef: named.optional(), secretRef: named.optional() })),
  ports: z.array(z.strictObject({ name: text, containerPort: count })).optional(),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  resources: z.strictObject({ requests: strings, limits: strings }).optional(),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.array(text) }),
  }),
});
const workload = z.strictObject({
  restartPolicy: z.enum(['Always', 'OnFailure', 'Never']).optional(),
  terminationGracePeriodSeconds: count.optional(),
  automountServiceAccountToken: z.literal(false),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
  }),
  topologySpreadConstraints: z
    .array(
      z.strictObject({
        maxSkew: count,
        topologyKey: text,
        whenUnsatisfiable: z.enum(['DoNotSchedule', 'ScheduleAnyway']),
        labelSelector: selector,
      }),
    )
    .optional(),
  containers: z.array(container),
});
export type Workload = z.infer<typeof workload>;
const template = z.strictObject({ metadata: z.strictObject({ labels: strings }), spec: workload });

export const kinds = z.discriminatedUnion('kind', [
  object('v1', 'ConfigMap', { data: strings }),
  object('v1', 'Secret', { type: z.literal('Opaque'), stringData: strings }),
  object('batch/v1', 'Job', { spec: z.strictObject({ backoffLimit: count, template }) }),
  object('apps/v1', 'Deployment', {
    spec: z.strictObject({
      replicas: count.optional(),
      strategy: z.strictObject({
        rollingUpdate: z.strictObject({ maxUnavailable: count, maxSurge: count }),
      }),
      selector,
      template,
    }),
  }),
  object('policy/v1', 'PodDisruptionBudget', { spec: z.strictObject({ maxUnavailable: count, selector }) }),
  object('v1', 'Service', {
    spec: z.strictObject({
      selector: strings,
      ports: z.array(z.strictObject({ name: text, port: count, targetPort: text })),
    }),
  }),
  object('networking.k8s.io/v1', 'Ingress', {
    spec: z.strictObject({
      ingressClassName: text,
      tls: z.array(z.strictObject({ hosts: z.array(text), secretName: text })),
      rules: z.array(
        z.strictObject({
          host: text,
          http: z.strictObject({
            paths: z.array(
              z.strictObject({
                path: text,
                pathType: z.enum(['Prefix', 'Exact']),
                backend: z.strictObject({ service: z.strictObject({ name: text, port: named }) }),
              }),
            ),
          }),
        }),
      ),
    }),
  }),
  object('keda.sh/v1alpha1', 'TriggerAuthentication', {
    spec: z.strictObject({
      secretTargetRef: z.array(z.strictObject({ parameter: text, name: text, key: text })),
    }),
  }),
  object('keda.sh/v1alpha1', 'ScaledObject', {
    spec: z.strictObject({
      scaleTargetRef: named,
      pollingInterval: count,
      minReplicaCount: count,
      maxReplicaCount: count,
      advanced: z.strictObject({
        horizontalPodAutoscalerConfig: z.strictObject({
          behavior: z.strictObject({
            scaleDown: z.strictObject({
              stabilizationWindowSeconds: count,
              policies: z.array(
                z.strictObject({ type: z.literal('Pods'), value: count, periodSeconds: count }),
              ),
            }),
          }),
        }),
      }),
      triggers: z.array(
        z.strictObject({
          type: z.literal('postgresql'),
          authenticationRef: named,
          // All values of a trigger are strings.
          metadata: z.strictObject({ targetQueryValue: z.string().regex(/^\d+$/), query: text }),
        }),
      ),
    }),
  }),
]);
