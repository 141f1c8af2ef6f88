import { useEffect, useSyncExternalStore } from 'react';
import { Route, Switch } from 'wouter';
import { hasReadData } from '../api/outages/availability.ts';
import { isSignInNeeded } from '../api/session.ts';
import { GenerationDialogHost } from '../composer/dialog/GenerationDialogHost.tsx';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';
import { useServerProbe } from '../connection/useServerProbe.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { useLanguage } from '../language/language.ts';
import { NotificationsHost } from '../notifications/NotificationsHost.tsx';
import { OverlayHost } from '../palette/OverlayHost.tsx';
import { useLazyComponent } from '../ui/loading/useLazyComponent.ts';
import { decodeId } from '../ui/paths.ts';
import { LazyPage } from './pages/LazyPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { PageBoundary } from './pages/PageBoundary.tsx';
import { pages, preloadLinkedPages } from './pages/pages.ts';
import { UnavailablePage } from './pages/UnavailablePage.tsx';
import { usePrefetchedCanvases } from './prefetching/usePrefetchedCanvases.ts';
import { SignInPage } from './signIn/SignInPage.tsx';
import { TopBar } from './topBar/TopBar.tsx';
import { useAppCommands } from './useAppCommands.ts';

/**
 * The pages by their path, or what keeps them from being shown: no token, no server. A page whose token expires stays,
 * under a dialog that asks for a new one.
 */
export function App() {
  const signIn = useSyncExternalStore(isSignInNeeded.subscribe, isSignInNeeded.get);
  const hasData = useSyncExternalStore(hasReadData.subscribe, hasReadData.get);
  const language = useLanguage();
  const SignInDialog = useLazyComponent(signIn && hasData, loadSignInDialog, ignore);
  if (signIn && !hasData) return <SignInPage />;
  return (
    <>
      <SignedIn key={language} />
      {SignInDialog && <SignInDialog isOpen={signIn} />}
    </>
  );
}

const ignore = (): void => undefined;

async function loadSignInDialog() {
  const { SignInDialog } = await import('./signIn/SignInDialog.tsx');
  return SignInDialog;
}

function SignedIn() {
  useEffect(preloadLinkedPages, []);
  usePrefetchedCanvases();
  useAppCommands();
  const { isUnavailableAtLoad, tryNow } = useServerProbe();
  if (isUnavailableAtLoad) return <UnavailablePage onTryNow={tryNow} />;
  return (
    <TooltipProvider>
      <TopBar />
      <ConnectionBanner />
      <Switch>
        {pages.map((page) => (
          <Route key={page.path} path={page.path}>
            {({ id = '' }: { id?: string }) => (
              <PageBoundary key={`${page.path} ${id}`}>
                <LazyPage page={page} id={decodeId(id)} />
              </PageBoundary>
            )}
          </Route>
        ))}
        <Route component={NotFoundPage} />
      </Switch>
      <GenerationDialogHost />
      <NotificationsHost />
      <OverlayHost />
    </TooltipProvider>
  );
}
