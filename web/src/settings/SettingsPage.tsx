import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import { SessionDocument } from '../generated/graphql.ts';
import { chooseLanguage, currentLanguage, type Language, languages, t } from '../language/language.ts';
import { NotificationSettings } from '../notifications/alerts/NotificationSettings.tsx';
import { startTour } from '../tour/isTourOpen.ts';
import { homePath } from '../ui/paths.ts';
import { chooseTheme, useTheme } from '../ui/theme.ts';
import { useTitle } from '../ui/useTitle.ts';
import './settings.css';

/** What a person can set for this device. */
export function SettingsPage() {
  useTitle(t('settings.title'));
  return (
    <main className="page" id="content">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <ThemeChoice />
      <LanguageChoice />
      <NotificationSettings />
      <TourChoice />
      <PlannerName />
    </main>
  );
}

function ThemeChoice() {
  const theme = useTheme();
  return (
    <label className="setting">
      <span>{t('settings.theme')}</span>
      <select
        value={theme}
        onChange={({ target }) => chooseTheme(target.value === 'dark' ? 'dark' : 'light')}
      >
        <option value="light">{t('settings.themes.light')}</option>
        <option value="dark">{t('settings.themes.dark')}</option>
      </select>
    </label>
  );
}

function LanguageChoice() {
  return (
    <label className="setting">
      <span>{t('settings.language')}</span>
      <select
        value={currentLanguage()}
        onChange={({ target }) => void chooseLanguage(target.value as Language)}
      >
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function TourChoice() {
  const [, navigate] = useLocation();
  const take = () => {
    navigate(homePath);
    startTour();
  };
  return (
    <div className="setting">
      <span>{t('settings.tour')}</span>
      <Button onClick={take}>{t('home.tour.start')}</Button>
    </div>
  );
}

function PlannerName() {
  const [{ data }] = useQuery({ query: doc(SessionDocument) });
  if (!data?.system) return null;
  const { planner, model } = data.system;
  return (
    <p className="setting">
      <span>{t('settings.planner')}</span>
      <span>{planner === 'sketcher' ? t('app.planner.sketcher') : (model ?? planner)}</span>
    </p>
  );
}
