import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of an operation: its name and value, and the types of its result and variables. */
const operationDocument =
  /^export const (\w+Document) = (new TypedDocumentString\([\s\S]*?\) as unknown as TypedDocumentString<(\w+), (\w+)>;)$/gm;
const documentClass = /^export class TypedDocumentString[\s\S]*?^\}$/m;
const importOfDecoration =
  /^import type \{ DocumentTypeDecoration \} from '@graphql-typed-document-node\/core';$/m;

/**
 * Moves each document to a module of its own, which `graphql.ts` exports again: a build then puts it beside its users,
 * instead of all documents into the first load. Those of fragments, which no page sends, are left out of a build.
 */
export function writeDocumentModules(folder: string): void {
  const file = join(folder, 'graphql.ts');
  const code = readFileSync(file, 'utf8');
  const documents = [...code.matchAll(operationDocument)];
  const [decoration] = importOfDecoration.exec(code) ?? [];
  const [classText] = documentClass.exec(code) ?? [];
  if (documents.length === 0 || !decoration || !classText) {
    throw new Error('graphql.ts has an unexpected form: adapt documentModules.ts to the generator.');
  }
  rmSync(join(folder, 'documents'), { recursive: true, force: true });
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'TypedDocumentString.ts'), `${decoration}\n\n${classText}\n`);
  for (const [, name, value, result, variables] of documents) {
    const text = `import type { ${result}, ${variables} } from '../graphql.ts';
import { TypedDocumentString } from '../TypedDocumentString.ts';

export const ${name} = /*#__PURE__*/ ${value}\n`;
    writeFileSync(join(folder, `documents/${name}.ts`), text);
  }
  const rest = code
    .replace(importOfDecoration, "import { TypedDocumentString } from './TypedDocumentString.ts';")
    .replace(documentClass, 'export { TypedDocumentString };')
    .replaceAll(operationDocument, "export { $1 } from './documents/$1.ts';")
    .replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(');
  writeFileSync(file, rest);
}
