import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Remembers which inputs something was last built from, as a hash of their content, so that nothing is
 * built twice. Kept in `node_modules/.cache`: a new installation builds everything again.
 *
 * @param {{ root: string, name: string, inputs: string[], outputs: string[], skip?: RegExp, folder?: string }} build
 *   `inputs` and `outputs` are files or folders relative to `root`; `skip` leaves out paths below the inputs;
 *   `folder` keeps the hash, for outputs that are copied to an installation which can't build them
 */
export function stampOf({
  root,
  name,
  inputs,
  outputs,
  skip = /^$/,
  folder = 'node_modules/.cache/collabcanvas',
}) {
  const file = join(root, folder, `${name}.sha256`);
  const hash = () => hashOf(root, inputs, skip);
  return {
    isFresh: () =>
      outputs.every((output) => existsSync(join(root, output))) &&
      existsSync(file) &&
      readFileSync(file, 'utf8') === hash(),
    /** The inputs are read before `build` runs: a change made meanwhile leads to another build. */
    rebuild: async (build) => {
      const before = hash();
      rmSync(file, { force: true });
      await build();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, before);
    },
  };
}

function hashOf(root, inputs, skip) {
  const digest = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(root, input, skip)).sort()) {
    const content = readFileSync(join(root, path));
    digest.update(`${path}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

function filesUnder(root, path, skip) {
  const full = join(root, path);
  if (skip.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, `${path}/${name}`, skip));
}
