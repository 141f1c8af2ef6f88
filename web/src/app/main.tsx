import '@fontsource-variable/inter/index.css';
import './tokens.css';
import './base.css';
import '../controls/controls.css';
import '../controls/overlays.css';
import './pages.css';
import { startApp } from './startApp.tsx';

// A task of its own, so that the browser can do other things between the evaluation of the script and the first render.
setTimeout(startApp);
