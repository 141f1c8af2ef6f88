import { Moon, Settings, Sun } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { Link, useRoute } from 'wouter';
import { doc } from '../api/document.ts';
import { connection } from '../api/socket.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { SessionDocument } from '../generated/graphql.ts';
import { ActiveJobCount } from '../jobs/ActiveJobCount.tsx';
import { t } from '../language/language.ts';
import { homePath, jobsPath, opsPath, settingsPath } from '../ui/paths.ts';
import { chooseTheme, useTheme } from '../ui/theme.ts';
import { Account } from './Account.tsx';
import { Logo } from './Logo.tsx';
import './topBar.css';

/** At the top of every page: links to the pages, and the planner. */
export function TopBar() {
  return (
    <header className="top-bar">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <Link className="top-bar-brand" href={homePath} aria-label="CollabCanvas, start page">
        <Logo />
        <span>CollabCanvas</span>
      </Link>
      <nav className="top-bar-nav" aria-label={t('app.nav.label')}>
        <PageLink path={homePath}>{t('app.nav.canvases')}</PageLink>
        <PageLink path={jobsPath}>
          {t('app.nav.jobs')} <ActiveJobCount />
        </PageLink>
        <OpsLink />
      </nav>
      <div className="top-bar-end">
        <ConnectionNote />
        <Account />
        <ThemeToggle />
        <Link className="icon-button" href={settingsPath} aria-label={t('settings.title')}>
          <Settings aria-hidden />
        </Link>
      </div>
    </header>
  );
}

/** Only operators may see the page. */
function OpsLink() {
  const [{ data }] = useQuery({ query: doc(SessionDocument) });
  return data?.viewer?.role === 'OPS' && <PageLink path={opsPath}>{t('app.nav.ops')}</PageLink>;
}

function PageLink({ path, children }: { path: string; children: ReactNode }) {
  const [isHere] = useRoute(path);
  return (
    <Link className="top-bar-link" href={path} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function ConnectionNote() {
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  return (
    <span className="connection" role="status">
      {state === 'lost' && 'Reconnecting…'}
    </span>
  );
}

function ThemeToggle() {
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <IconButton label={`Switch to ${other} theme`} onClick={() => chooseTheme(other)}>
      {theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </IconButton>
  );
}
