/** A release can't be made as asked; the message says why and what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}

const heading = '## [Unreleased]\n';

/**
 * Makes what is unreleased the section of a version, and begins a new unreleased one.
 * @param date Day of the release, such as `2026-11-30`
 * @throws ReleaseError when nothing is unreleased
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  if (unreleased(changelog).trim() === '')
    throw new ReleaseError('CHANGELOG.md has nothing under [Unreleased] to release.');
  return changelog.replace(heading, () => `${heading}\n## [${version}] - ${date}\n`);
}

function unreleased(changelog: string): string {
  const start = changelog.indexOf(heading);
  if (start === -1) throw new ReleaseError('CHANGELOG.md has no section [Unreleased].');
  const rest = changelog.slice(start + heading.length);
  const end = rest.search(/^## \[/m);
  return end === -1 ? rest : rest.slice(0, end);
}

/**
 * Checks the version of a release.
 * @throws ReleaseError unless it has three numbers, and follows the current version or is that one
 */
export function checkVersion(version: string, current: string): void {
  const [next, now] = [version, current].map((text) =>
    /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number),
  );
  if (next === undefined || now === undefined)
    throw new ReleaseError(`A version has three numbers, such as 1.2.0, unlike "${version}".`);
  const difference = next.map((part, index) => part - (now[index] ?? 0)).find((part) => part !== 0);
  if (difference !== undefined && difference < 0)
    throw new ReleaseError(`${version} is older than ${current}, the version of package.json.`);
}
