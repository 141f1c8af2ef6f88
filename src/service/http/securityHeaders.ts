import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/**
 * What the pages of the app may do: everything from this origin, nothing from elsewhere. Styles are set by
 * script (Excalidraw), pictures and fonts also made on the spot. Scripts in the page are allowed by their hashes.
 */
export function policyOfApp(scriptHashes: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The hashes by which a policy allows the scripts that stand in a page. */
export function hashesOfScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gi)].map(([, script = '']) => script);
  return scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

/** What an answer of the API may do if a browser shows it as a page. */
export const policyOfApi = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
}

export function setContentSecurityPolicy(response: ServerResponse, policy: string): void {
  response.setHeader('content-security-policy', policy);
}
