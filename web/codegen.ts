import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';

const here = import.meta.dirname;

/** The documents that the server accepts: text by hash. */
const trusted = new Map<string, string>();

/** Adds a document as urql sends it, with the `__typename`s that its cache needs. */
function trust(document: DocumentNode): { hash: string } {
  const text = stringifyDocument(formatDocument(document));
  const hash = createHash('sha256').update(text).digest('hex');
  trusted.set(hash, text);
  return { hash };
}

const config: CodegenConfig = {
  schema: `${here}/../schema.graphql`,
  documents: [`${here}/src/**/*.graphql`],
  generates: {
    [`${here}/src/generated/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false, onExecutableDocumentNode: trust },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string' },
        useTypeImports: true,
      },
    },
  },
  hooks: {
    afterAllFileWrite: () =>
      writeFileSync(
        `${here}/src/generated/trusted-documents.json`,
        JSON.stringify(Object.fromEntries(trusted), null, 2),
      ),
  },
};

export default config;
