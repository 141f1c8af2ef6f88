import type { Catalogue } from '../en/catalogue.ts';

export const composer: Catalogue['composer'] = {
  instruction: 'Anweisung',
  placeholderNew: 'Einen Ablauf, ein Board, eine Mindmap, einen Plan beschreiben …',
  placeholderChange: 'Die Änderung beschreiben …',
  create: 'Erstellen',
  change: 'Ändern',
  newLineKeys: 'Umschalt + Eingabe für eine neue Zeile',
  sendKeys: '{{key}} + Eingabe zum Senden',
  tooLong: 'zu lang',
  restoreText: 'Eigenen Text wiederherstellen',
  onlySelection: 'Nur die Auswahl ändern ({{count, number}})',
  onlySelectionEffect: 'Alle anderen Objekte unverändert lassen',
  notCreated: 'Der Auftrag wurde nicht erstellt. Bitte noch einmal versuchen.',
  dialog: {
    title: 'Zeichenfläche erstellen',
    titleOnCanvas: 'Zeichenfläche erstellen oder ändern',
    createAnother: 'Hier bleiben und weitere senden',
    sent: 'Erstellte Aufträge',
    queued: 'Die Zeichenfläche ist in der Warteschlange.',
    changeQueued: 'Die Änderung ist in der Warteschlange.',
    open: 'Öffnen',
    edit: 'Bearbeiten und noch einmal senden',
    notSent: 'Die geänderte Anweisung wurde nicht gesendet.',
    textIsKept: 'Bereits geschriebener Text bleibt für später erhalten.',
  },
  target: {
    label: 'Was geändert wird',
    new: 'Neue Zeichenfläche',
    canvas: 'Diese Zeichenfläche ändern',
    add: 'Zu dieser Zeichenfläche hinzufügen',
    named: '„{{title}}“ ändern',
    addTo: 'Zu „{{title}}“ hinzufügen',
    selection_one: 'Das ausgewählte Objekt ändern',
    selection_other: 'Die {{count, number}} ausgewählten Objekte ändern',
  },
  priority: {
    label: 'Priorität',
    HIGH: 'Hoch',
    NORMAL: 'Normal',
    LOW: 'Niedrig',
  },
  kind: {
    label: 'Art',
    automatic: 'Automatisch',
    FLOW: 'Ablauf',
    KANBAN: 'Kanban-Board',
    MINDMAP: 'Mindmap',
    TREE: 'Organigramm oder Baum',
    TIMELINE: 'Zeitleiste',
    SEQUENCE: 'Sequenzdiagramm',
    STATE: 'Zustandsdiagramm',
    CLASS: 'Klassen oder Datenmodell',
    SWOT: 'SWOT',
    GRID: 'Vergleich oder Raster',
    RING: 'Kreislauf',
  },
  examples: {
    label: 'Beispiele',
    flow: {
      name: 'Anmeldeablauf',
      instruction:
        'Ablauf der Anmeldung: registrieren, E-Mail bestätigen, Tarif wählen, Zahlung eingeben, Team einladen',
    },
    kanban: {
      name: 'Kanban-Board',
      instruction: `Kanban für eine Produkteinführung
Offen: Preisseite, Versionshinweise, Anleitung
In Arbeit: Demovideo, Begrüßungsmails
Prüfung: Pressemappe
Fertig: Name, Logo`,
    },
    swot: {
      name: 'SWOT',
      instruction: `SWOT nutzungsabhängiger Preise
Stärken: fair für kleine Teams, wächst mit den Kunden
Schwächen: Rechnungen schwanken, schwer vorherzusagen
Chancen: größere Kunden, Selbstbedienung
Risiken: Konkurrenz mit Festpreisen, gekürzte Budgets`,
    },
    mindMap: {
      name: 'Mindmap',
      instruction: 'Mindmap einer Konferenz: Ort, Vortragende, Tickets, Sponsoren, Programm',
    },
    timeline: {
      name: 'Zeitleiste',
      instruction:
        'Zeitleiste einer Version: Januar Recherche, Februar Entwurf, März Umsetzung, April Beta, Mai Start',
    },
    orgChart: {
      name: 'Organigramm',
      instruction: `Organigramm
Leitung
  Design
  Entwicklung
    Web
    Plattform
    Daten
  Betrieb`,
    },
  },
};
