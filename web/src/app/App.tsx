import { useSyncExternalStore } from 'react';
import { Route, Switch } from 'wouter';
import { signInNeeded } from '../api/session.ts';
import { CanvasPage } from '../canvas/CanvasPage.tsx';
import { JobsPage } from '../jobs/JobsPage.tsx';
import { HomePage } from './HomePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { HOME, idFromPath, JOBS } from './paths.ts';
import { SignInPage } from './SignInPage.tsx';
import { TopBar } from './TopBar.tsx';

/** The pages by their address; only signing in is possible where a token is wanting. */
export function App() {
  const signIn = useSyncExternalStore(signInNeeded.subscribe, signInNeeded.get);
  if (signIn) return <SignInPage />;
  return (
    <>
      <TopBar />
      <Switch>
        <Route path={HOME} component={HomePage} />
        <Route path={JOBS} component={JobsPage} />
        <Route path="/c/:id">{({ id }) => <CanvasPage key={id} id={idFromPath(id)} />}</Route>
        <Route component={NotFoundPage} />
      </Switch>
      <NoticeBar />
    </>
  );
}
