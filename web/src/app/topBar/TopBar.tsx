import { Moon, Plus, Search, Settings, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { openGenerationDialog } from '../../composer/dialog/openGenerationDialog.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { ActiveJobCount } from '../../jobs/display/ActiveJobCount.tsx';
import { t } from '../../language/language.ts';
import { NotificationBell } from '../../notifications/bell/NotificationBell.tsx';
import { overlay, paletteKeys } from '../../palette/overlay.ts';
import { Keys } from '../../ui/keyboard/Keys.tsx';
import { homePath, jobsPath, opsPath, settingsPath } from '../../ui/paths.ts';
import { chooseTheme, useTheme } from '../../ui/theme.ts';
import { Account } from './Account.tsx';
import { Logo } from './Logo.tsx';
import { useIsOperator } from './useIsOperator.ts';
import './topBar.css';

/** At the top of every page: links to the pages, search, a new canvas, and the planner. */
export function TopBar() {
  return (
    <header className="top-bar">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Link className="top-bar-brand" href={homePath} aria-label={t('app.brand')}>
        <Logo />
        <span>CollabCanvas</span>
      </Link>
      <nav className="top-bar-nav" aria-label={t('app.nav.label')}>
        <PageLink path={homePath}>{t('app.nav.canvases')}</PageLink>
        <PageLink path={jobsPath}>
          {t('app.nav.jobs')} <ActiveJobCount />
        </PageLink>
        {useIsOperator() && <PageLink path={opsPath}>{t('app.nav.ops')}</PageLink>}
      </nav>
      <SearchButton />
      <div className="top-bar-end">
        <Account />
        <NotificationBell />
        <ThemeToggle />
        <Link className="icon-button" href={settingsPath} aria-label={t('settings.title')}>
          <Settings aria-hidden />
        </Link>
        <Button
          look="primary"
          aria-label={t('palette.commands.create')}
          onClick={() => openGenerationDialog()}
        >
          <Plus aria-hidden /> <span className="top-bar-new">{t('app.create')}</span>
        </Button>
      </div>
    </header>
  );
}

function PageLink({ path, children }: { path: string; children: ReactNode }) {
  const [isHere] = useRoute(path);
  return (
    <Link className="top-bar-link" href={path} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function SearchButton() {
  return (
    <button type="button" className="top-bar-search" onClick={() => overlay.set('palette')}>
      <Search aria-hidden />
      <span className="top-bar-search-text">{t('app.search')}</span>
      <Keys keys={paletteKeys} />
    </button>
  );
}

function ThemeToggle() {
  const theme = useTheme();
  const isDark = theme === 'dark';
  return (
    <IconButton
      className="icon-button top-bar-theme"
      label={isDark ? t('palette.commands.toLight') : t('palette.commands.toDark')}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </IconButton>
  );
}
