import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { formatDocument, stringifyDocument } from '@urql/core';
import { buildSchema, type DocumentNode, isAbstractType, visit } from 'graphql';
import { writeDocumentModules } from './build/documentModules.ts';

const here = import.meta.dirname;
const schemaFile = `${here}/../schema.graphql`;

/** The documents that the server accepts: text by hash. */
const trusted = new Map<string, string>();

/** Types that fragments of the documents are on. */
const fragmentTypes = new Set<string>();

/** Adds a document as urql sends it, with the `__typename`s that its cache needs. */
function trust(document: DocumentNode): { hash: string } {
  const addType = ({ typeCondition }: { typeCondition?: { name: { value: string } } | undefined }) => {
    if (typeCondition) fragmentTypes.add(typeCondition.name.value);
  };
  visit(document, { FragmentDefinition: addType, InlineFragment: addType });
  const text = stringifyDocument(formatDocument(document));
  const hash = createHash('sha256').update(text).digest('hex');
  trusted.set(hash, text);
  return { hash };
}

/** The object types of each interface and union that a fragment is on: the cache matches fragments by them. */
function possibleTypes(): Record<string, string[]> {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
  const abstract = [...fragmentTypes].map((name) => schema.getType(name)).filter(isAbstractType);
  return Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}

function writeGenerated(name: string, content: object): void {
  writeFileSync(`${here}/src/generated/${name}`, JSON.stringify(content, null, 2));
}

const config: CodegenConfig = {
  schema: schemaFile,
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
    afterAllFileWrite: () => {
      writeDocumentModules(`${here}/src/generated`);
      writeGenerated('trusted-documents.json', Object.fromEntries(trusted));
      writeGenerated('possible-types.json', possibleTypes());
    },
  },
};

export default config;
