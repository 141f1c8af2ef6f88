const generated = '(^|/)generated/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'api-knows-no-worker-and-no-web',
      comment: 'src/ holds the API and the domain; the worker and the web app build on it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(worker|web|test|bench)/' },
    },
    {
      name: 'worker-knows-no-web',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(web|test|bench)/' },
    },
    {
      name: 'web-knows-the-server-by-its-schema-only',
      comment: 'Besides the schema, server and web app share the pure model of a canvas.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src/(?!canvas/model/)|worker|test|bench)/' },
    },
    {
      name: 'canvas-model-is-pure',
      comment:
        'API, worker and web app use it alike: it imports nothing of the project and nothing of Node.js.',
      severity: 'error',
      from: { path: '^src/canvas/model/' },
      to: { pathNot: '^(src/canvas/model|node_modules/zod)/' },
    },
    {
      name: 'only-the-client-of-generated-code',
      comment: 'Inside the generated folders only the files that are meant for use are imported.',
      severity: 'error',
      from: { pathNot: generated },
      to: {
        path: generated,
        pathNot: [
          'generated/prisma/(client|enums|models)\\.ts$',
          'generated/pothos\\.ts$',
          '^web/src/generated/',
        ],
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.(ts|cjs)$',
          '^web/codegen\\.ts$',
          '\\.test\\.tsx?$',
          generated,
          '^test/kit/',
          '^web/public/',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { pathNot: generated },
      to: { couldNotResolve: true, pathNot: '\\?(url|raw|inline)$|\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Tests are left out: the reader of dependencies knows no `using` declarations, which they are full of.
    exclude: { path: '(^|/)(dist|node_modules)/|\\.test\\.tsx?$' },
    // TypeScript 7 has no interface for tools.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
