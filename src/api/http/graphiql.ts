import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { hashesOfScripts } from '../../service/http/securityHeaders.ts';
import { graphiqlTabs } from './graphiqlTabs.ts';

/** GraphiQL's page, from its package, with its content security policy. */
export type GraphiQLPage = { html: string; contentSecurityPolicy: string };

/** Renders the page on the first request: it has some megabytes. */
export function createGraphiQLPage(): () => GraphiQLPage {
  let page: GraphiQLPage | undefined;
  return () => {
    page ??= renderPage();
    return page;
  };
}

function renderPage(): GraphiQLPage {
  const html = renderGraphiQL({
    title: 'CollabCanvas GraphiQL',
    subscriptionsProtocol: 'WS',
    defaultTabs: graphiqlTabs,
  });
  return { html, contentSecurityPolicy: policyOf(html) };
}

/** Allows only the scripts in the page, by their hashes; styles are set by script. */
function policyOf(html: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashesOfScripts(html).join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
