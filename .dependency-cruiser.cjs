const generated = '(^|/)generated/';

/** Forbids imports from paths that match `from` to paths that match `to` (and don't match `toNot`). */
function forbid(name, { from, fromNot, to, toNot }, comment) {
  return {
    ...{ name, comment, severity: 'error' },
    from: { path: from, pathNot: fromNot },
    to: { path: to, pathNot: toNot },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  // Cycles between folders: tools/check/findFolderCycles.ts.
  forbidden: [
    forbid(
      'domain-without-api',
      { from: '^src/(?!api/)', to: '^src/api/' },
      'src/api builds on the domain; the domain and what both services share never import it.',
    ),
    forbid(
      'domain-without-service',
      { from: '^src/(jobs|events|canvas|cache|database)/', to: '^src/service/' },
      'How a process starts, stops and serves HTTP is no concern of the domain.',
    ),
    forbid('database-at-the-bottom', { from: '^src/database/', to: '^src/(jobs|events|canvas|cache)/' }),
    forbid('src-without-worker-and-web', { from: '^src/', to: '^(worker|web|tools|test|bench)/' }),
    forbid('worker-without-api-and-web', { from: '^worker/', to: '^(src/api|web|tools|test|bench)/' }),
    forbid(
      'web-by-schema-only',
      { from: '^web/', to: '^(src/(?!canvas/model/)|worker|tools|test|bench)/' },
      'Besides the schema, server and web app share the pure model of a canvas.',
    ),
    forbid(
      'canvas-model-is-pure',
      { from: '^src/canvas/model/', toNot: '^(src/canvas/model|node_modules/(zod|dequal))/' },
      'API, worker and web app use it alike: it imports nothing of the project and nothing of Node.js.',
    ),
    forbid(
      'only-the-client-of-generated-code',
      {
        fromNot: generated,
        to: generated,
        toNot: [
          'generated/prisma/(client|enums|models)\\.ts$',
          'generated/pothos\\.ts$',
          'generated/mermaid\\.js$',
          '^web/src/generated/',
        ],
      },
      'Inside the generated folders only the files that are meant for use are imported.',
    ),
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
    doNotFollow: { path: ['node_modules', 'mermaid/generated'] },
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
