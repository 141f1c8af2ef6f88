import { describe, expect } from 'vitest';
import { secret, tokenOf } from '../support/tokens.ts';
import { createCanvas, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { test } from './support/test.ts';

describe('with trusted documents only', () => {
  test.override({ planner: 'sketcher', env: { JWT_SECRET: secret, TRUSTED_DOCUMENTS_ONLY: 'true' } });

  test('the web app does its work, and sends no document as text', async ({ site, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await page.getByLabel('Access token').fill(await tokenOf('visitor'));
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) sent.push(request.postData() ?? '');
    });
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await createCanvas(page, 'sign up, verify email, choose plan');
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toContain('Verify email');
    expect(sent.filter((body) => body.includes('persistedQuery')).length).toBeGreaterThan(3);
    expect(sent.filter((body) => /"query":"\s*(query|mutation|subscription)/.test(body))).toEqual([]);
  });
});
