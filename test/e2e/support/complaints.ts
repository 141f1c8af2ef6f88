import type { BrowserContext, Page } from 'playwright-core';

/**
 * Writes down what a visitor's browser complains about, and what no page of ours may do: errors on the
 * console (a violation of the content security policy is one), exceptions, and requests to another origin.
 */
export function recordComplaints(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  const isForeign = (url: string) => /^(?:http|ws)/.test(url) && new URL(url).host !== new URL(origin).host;

  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    if (isForeign(request.url())) complaints.push(`request: ${request.url()}`);
  });
  context.on('page', (page: Page) => {
    page.on('websocket', (socket) => {
      if (isForeign(socket.url())) complaints.push(`websocket: ${socket.url()}`);
    });
  });
  return complaints;
}
