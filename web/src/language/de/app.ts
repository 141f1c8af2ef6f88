import type { Catalogue } from '../en/catalogue.ts';

export const app: Catalogue['app'] = {
  skip: 'Zum Inhalt springen',
  brand: 'CollabCanvas, Startseite',
  nav: { label: 'Hauptnavigation', canvases: 'Zeichenflächen', jobs: 'Aufträge', ops: 'Betrieb' },
  search: 'Suchen',
  create: 'Neu',
  planner: {
    model: 'Dieses KI-Modell plant die Zeichenflächen.',
    sketcher: 'Eingebauter Zeichner',
    noModel: 'Es ist kein KI-Schlüssel eingerichtet. Feste Regeln zeichnen, kein KI-Modell.',
  },
  signOut: '{{name}} abmelden',
  signIn: {
    title: 'Anmelden',
    rejected: 'Das Zugriffstoken wurde abgelehnt. Vielleicht ist es abgelaufen. Ein neues einfügen.',
    advice: 'Ein Zugriffstoken einfügen, um Zeichenflächen zu sehen und anzulegen.',
    again: 'Erneut anmelden',
    expired:
      'Das Zugriffstoken ist abgelaufen. Ein neues einfügen, um hier weiterzumachen. Der eingegebene Text bleibt erhalten.',
    token: 'Zugriffstoken',
    stored: 'Das Token bleibt bis zur Abmeldung in diesem Browser gespeichert.',
  },
  notFound: { title: 'Seite nicht gefunden', goHome: 'Zur Startseite' },
  loading: 'Wird geladen …',
  pageFailed: {
    title: 'Diese Seite kann nicht angezeigt werden',
    outage: 'Sie öffnet sich, sobald der Server erreichbar ist.',
    advice:
      'Sie konnte nicht geladen werden, vielleicht wegen einer Aktualisierung. Mit „Neu laden“ geht es weiter. Die Arbeit ist gespeichert.',
    reload: 'Neu laden',
  },
};
