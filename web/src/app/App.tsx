import { useSyncExternalStore } from 'react';
import { Route, Switch } from 'wouter';
import { isSignInNeeded } from '../api/session.ts';
import { CanvasPage } from '../canvas/CanvasPage.tsx';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { JobsPage } from '../jobs/JobsPage.tsx';
import { useLanguage } from '../language/language.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { decodeId, homePath, jobsPath, settingsPath } from '../ui/paths.ts';
import { HomePage } from './HomePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { SignInPage } from './SignInPage.tsx';
import { TopBar } from './TopBar.tsx';

/** The pages by their path, or the sign-in page if a token is needed. */
export function App() {
  const signIn = useSyncExternalStore(isSignInNeeded.subscribe, isSignInNeeded.get);
  const language = useLanguage();
  if (signIn) return <SignInPage />;
  return (
    <TooltipProvider key={language}>
      <TopBar />
      <Switch>
        <Route path={homePath} component={HomePage} />
        <Route path={jobsPath} component={JobsPage} />
        <Route path={settingsPath} component={SettingsPage} />
        <Route path="/c/:id">{({ id }) => <CanvasPage key={id} id={decodeId(id)} />}</Route>
        <Route component={NotFoundPage} />
      </Switch>
      <NoticeBar />
    </TooltipProvider>
  );
}
