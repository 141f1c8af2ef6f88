import { preloadPage } from './pages/pages.ts';

// A script of its own in the build, small enough to start loading the page while the app is still loading.
preloadPage(location.pathname);
