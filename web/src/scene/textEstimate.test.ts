import { describe, expect, test } from 'vitest';
import { cutToWidth, estimateWidth, wrapToWidth } from './textEstimate.ts';

describe('cutToWidth', () => {
  test('keeps a text that fits', () => {
    expect(cutToWidth('Backlog', 16, 200)).toBe('Backlog');
  });

  test('cuts a long text with an ellipsis so that it fits', () => {
    const cut = cutToWidth('A very long heading that goes on and on', 16, 120);
    expect(cut).toMatch(/^A very lo.*…$/);
    expect(estimateWidth(cut, 16)).toBeLessThanOrEqual(120);
  });

  test('never splits a character of two code units', () => {
    expect(cutToWidth('🧭🧭🧭🧭🧭🧭', 16, 40)).toMatch(/^🧭+…$/u);
  });
});

describe('wrapToWidth', () => {
  test('breaks between words', () => {
    expect(wrapToWidth('payment has been refused', 14, 110)).toEqual(['payment has', 'been refused']);
  });

  test('breaks a word that is wider than a line, as the server does', () => {
    const lines = wrapToWidth('an incomprehensibility indeed', 14, 60);
    expect(lines.join(' ')).toMatch(/^an incom.* indeed$/);
    for (const line of lines) expect(estimateWidth(line, 14)).toBeLessThanOrEqual(60);
  });
});
