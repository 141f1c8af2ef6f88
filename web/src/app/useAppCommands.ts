import {
  ChartLine,
  Compass,
  Frame,
  Keyboard,
  Languages,
  ListChecks,
  Moon,
  Plus,
  Search,
  Settings,
  Sun,
} from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useLocation } from 'wouter';
import { openGenerationDialog } from '../composer/dialog/openGenerationDialog.ts';
import { chooseLanguage, currentLanguage, type Language, languages, t } from '../language/language.ts';
import { overlay, paletteKeys } from '../palette/overlay.ts';
import { startTour } from '../tour/isTourOpen.ts';
import { type Command, useCommands } from '../ui/keyboard/commands.ts';
import { handleShortcuts } from '../ui/keyboard/shortcuts.ts';
import { homePath, jobsPath, opsPath, settingsPath } from '../ui/paths.ts';
import { chooseTheme, useTheme } from '../ui/theme.ts';
import { useIsOperator } from './topBar/useIsOperator.ts';

/** The commands of every page, and the shortcuts of all commands. */
export function useAppCommands(): void {
  const actions = useActions();
  const pages = usePages();
  useCommands([...actions, ...pages]);
  // A layout effect: keys that are pressed as soon as the page is there count.
  useLayoutEffect(handleShortcuts, []);
}

function useActions(): readonly Command[] {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const group = t('palette.groups.actions');
  const toDark = theme === 'light';
  const takeTour = () => {
    navigate(homePath);
    startTour();
  };
  return [
    { group, title: t('palette.commands.create'), icon: Plus, keys: 'n', run: openGenerationDialog },
    { group, title: t('palette.commands.search'), icon: Search, keys: paletteKeys, run: togglePalette },
    { group, title: t('palette.commands.shortcuts'), icon: Keyboard, keys: '?', run: showShortcuts },
    {
      group,
      title: toDark ? t('palette.commands.toDark') : t('palette.commands.toLight'),
      icon: toDark ? Moon : Sun,
      run: () => chooseTheme(toDark ? 'dark' : 'light'),
    },
    { group, title: t('home.tour.start'), icon: Compass, run: takeTour },
    ...otherLanguages().map(([language, name]) => ({
      group,
      title: t('palette.commands.language', { name }),
      icon: Languages,
      run: () => void chooseLanguage(language),
    })),
  ];
}

function usePages(): readonly Command[] {
  const [, navigate] = useLocation();
  const isOperator = useIsOperator();
  const group = t('palette.groups.pages');
  const ops = {
    group,
    title: t('app.nav.ops'),
    icon: ChartLine,
    keys: 'g o',
    run: () => navigate(opsPath),
  };
  return [
    { group, title: t('app.nav.canvases'), icon: Frame, keys: 'g h', run: () => navigate(homePath) },
    { group, title: t('app.nav.jobs'), icon: ListChecks, keys: 'g j', run: () => navigate(jobsPath) },
    ...(isOperator ? [ops] : []),
    { group, title: t('settings.title'), icon: Settings, keys: 'g s', run: () => navigate(settingsPath) },
  ];
}

const otherLanguages = () =>
  (Object.entries(languages) as [Language, string][]).filter(([language]) => language !== currentLanguage());

/** Ctrl or Cmd+K closes the palette, too. */
function togglePalette(): void {
  overlay.set(overlay.get() === 'palette' ? null : 'palette');
}

function showShortcuts(): void {
  overlay.set('shortcuts');
}
