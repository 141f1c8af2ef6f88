// Copies the font that the worker measures text with from Excalidraw, which is a development package: of its
// 50 MB, the services need these files alone.
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const fonts = join(root, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts');

cpSync(join(fonts, 'Nunito'), join(root, 'src/canvas/text/generated/nunito'), { recursive: true });
