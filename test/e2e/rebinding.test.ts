import { chromium } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './support/test.ts';

test('requests for the name of another site that points at this machine (DNS rebinding) are refused', async ({
  site,
}) => {
  const browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ['--disable-gpu', '--host-resolver-rules=MAP evil.example 127.0.0.1'],
  });
  try {
    const page = await browser.newPage();
    const { port } = new URL(site.origin);
    const response = await page.goto(`http://evil.example:${port}/`);
    expect(response?.status()).toBe(403);
    const outcomes = await page.evaluate(async () => {
      const sent = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{viewer{role}}"}',
      });
      const socket = new WebSocket(`ws://${location.host}/graphql`, 'graphql-transport-ws');
      const opened = await new Promise((resolve) => {
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      });
      return [sent.status, opened];
    });
    expect(outcomes).toEqual([403, 'refused']);
  } finally {
    await browser.close();
  }
});
