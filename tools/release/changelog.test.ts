import { expect, it } from 'vitest';
import { checkVersion, ReleaseError, releaseChangelog } from './changelog.ts';

const before =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Costs $& less.\n\n## [1.0.0] - 2026-01-02\n\n- All.\n';

it('makes what is unreleased the section of the version', () => {
  expect(releaseChangelog(before, '1.1.0', '2026-02-03')).toBe(
    '# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-02-03\n\n### Added\n\n- Costs $& less.\n\n## [1.0.0] - 2026-01-02\n\n- All.\n',
  );
});

it.each([
  ['# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-01-02\n\n- All.\n', 'nothing under [Unreleased]'],
  ['# Changelog\n', 'no section [Unreleased]'],
])('refuses a changelog without changes: %j', (changelog, message) => {
  expect(() => releaseChangelog(changelog, '1.1.0', '2026-02-03')).toThrow(message);
});

it.each(['0.1.0', '0.1.1', '0.2.0', '0.10.0', '1.0.0'])('takes %s after 0.1.0', (version) => {
  expect(() => checkVersion(version, '0.1.0')).not.toThrow();
});

it.each(['0.0.9', '1.0', 'v1.0.0', '1.0.0-rc.1', ''])('refuses %j after 0.1.0', (version) => {
  expect(() => checkVersion(version, '0.1.0')).toThrow(ReleaseError);
});
