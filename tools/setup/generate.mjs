// Generates code: the database client and the Pothos types from the data model, a bundle of Mermaid's parsers, the font
// that text is measured with, and the web app's typed documents from schema.graphql. Plain JavaScript for the reason
// given in setup.mjs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stampOf } from './stamp.mjs';

const clientFolder = 'src/database/generated';
const mermaidFolder = 'worker/planners/diagramLanguages/mermaid/generated';
const fontFolder = 'src/canvas/text/generated';

/**
 * Code that the services import, too. It is generated with development packages, and copied to an installation that has
 * none.
 *
 * @param {string} root the checkout
 */
export function serviceSteps(root) {
  return [
    {
      stamp: stampOf({
        root,
        name: 'database',
        inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
        outputs: [clientFolder],
        folder: clientFolder,
      }),
      tool: 'node_modules/prisma/build/index.js',
      args: ['generate', '--no-hints'],
      needs: 'prisma/schema.prisma',
    },
    {
      stamp: stampOf({
        root,
        name: 'mermaid',
        inputs: ['tools/setup/bundleMermaid.mjs', 'package-lock.json'],
        outputs: [mermaidFolder],
        folder: mermaidFolder,
      }),
      tool: 'tools/setup/bundleMermaid.mjs',
      args: [],
      needs: 'node_modules/mermaid',
    },
    {
      stamp: stampOf({
        root,
        name: 'font',
        inputs: ['tools/setup/copyFont.mjs', 'package-lock.json'],
        outputs: [fontFolder],
        folder: fontFolder,
      }),
      tool: 'tools/setup/copyFont.mjs',
      args: [],
      needs: 'node_modules/@excalidraw/excalidraw',
    },
  ];
}

/** @param {string} root the checkout */
function stepsOf(root) {
  const documents = {
    stamp: stampOf({
      root,
      name: 'documents',
      inputs: ['schema.graphql', 'web/codegen.ts', 'web/build', 'web/src', 'package-lock.json'],
      outputs: ['web/src/generated'],
      skip: /^web\/src\/(generated$|.*\.(?!graphql$)\w+$)/,
    }),
    tool: 'node_modules/@graphql-codegen/cli/esm/bin.js',
    args: ['--config', 'web/codegen.ts', '--silent'],
    needs: 'web/codegen.ts',
  };
  // An installation without development packages can't generate anything.
  return [...serviceSteps(root), documents].filter(
    ({ needs, tool }) => existsSync(join(root, needs)) && existsSync(join(root, tool)),
  );
}

/** Whether everything that is generated agrees with what it is generated from. */
export function isGenerated(root) {
  return stepsOf(root).every(({ stamp }) => stamp.isFresh());
}

/**
 * Whether the services can run without development packages: their generated code is there, and up to date.
 *
 * @param {string} root the checkout
 */
export function hasServiceCode(root) {
  return serviceSteps(root).every(({ stamp }) => stamp.isFresh());
}

/**
 * Brings what is out of date up to date.
 *
 * @param {string} root the checkout
 * @param {string} node Node.js to run the generators on
 */
export async function generate(root, node) {
  const outdated = stepsOf(root).filter(({ stamp }) => !stamp.isFresh());
  await Promise.all(
    outdated.map(({ stamp, tool, args }) => stamp.rebuild(() => run(root, node, tool, args))),
  );
}

async function run(root, node, tool, args) {
  // Prisma would download its schema engine even for `generate`, which never runs it: any program will do.
  const env = {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const child = spawn(node, [join(root, tool), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} failed:\n${output}`.trimEnd());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generate(join(dirname(fileURLToPath(import.meta.url)), '../..'), process.execPath);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
