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
      name: 'no-folder-cycles',
      comment:
        'Folders depend on each other one way only. Between a folder and its parent this is not detected.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(src|worker|tools)(/|$)' },
      to: { circular: true },
    },
    {
      name: 'domain-without-api',
      comment: 'src/api builds on the domain; the domain and what both services share never import it.',
      severity: 'error',
      from: { path: '^src/(?!api/)' },
      to: { path: '^src/api/' },
    },
    {
      name: 'domain-without-service',
      comment: 'How a process starts, stops and serves HTTP is no concern of the domain.',
      severity: 'error',
      from: { path: '^src/(jobs|events|canvas|cache|database)/' },
      to: { path: '^src/service/' },
    },
    {
      name: 'database-at-the-bottom',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/(jobs|events|canvas|cache)/' },
    },
    {
      name: 'src-without-worker-and-web',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(worker|web|tools|test|bench)/' },
    },
    {
      name: 'worker-without-api-and-web',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(src/api|web|tools|test|bench)/' },
    },
    {
      name: 'nothing-imports-tools',
      comment: 'A deployment never runs them. Tests, benchmarks and the development server may use them.',
      severity: 'error',
      from: { path: '^(src|worker|web/src)/' },
      to: { path: '^tools/' },
    },
    {
      name: 'web-by-schema-only',
      comment: 'Besides the schema, server and web app share the pure model of a canvas.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src/(?!canvas/model/)|worker|tools|test|bench)/' },
    },
    {
      name: 'canvas-model-is-pure',
      comment:
        'API, worker and web app use it alike: it imports nothing of the project and nothing of Node.js.',
      severity: 'error',
      from: { path: '^src/canvas/model/' },
      to: { pathNot: '^(src/canvas/model|node_modules/(zod|dequal))/' },
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
          '^test/(e2e/)?support/',
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
