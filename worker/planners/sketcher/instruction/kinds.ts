import { findTemplate } from '../boards/find.ts';

/** Kinds of diagram that the sketcher draws. `board` is any well-known template of titled regions. */
export type Kind =
  | 'flow'
  | 'kanban'
  | 'board'
  | 'mindmap'
  | 'list'
  | 'timeline'
  | 'comparison'
  | 'orgchart'
  | 'journey'
  | 'data'
  | 'architecture'
  | 'lanes';

type KindName = {
  kind: Kind;
  pattern: RegExp;
  /** How surely the words name the kind. */
  weight: number;
  /** Whether the words say what the diagram is about, too: "topics". */
  isSubject?: true;
};

/** Words that name a kind. */
export const kindNames: readonly KindName[] = [
  {
    kind: 'flow',
    pattern:
      /\b(?:user |process |work)?flow ?-?(?:charts?|diagrams?)\b|\bflow\b|\bwork ?flow\b|\bFlussdiagramm\b|\bAblaufdiagramm\b|\bdiagrama de flujo\b|\borganigramme de flux\b|\bfluxograma\b/i,
    weight: 11,
  },
  {
    kind: 'flow',
    pattern:
      /\b(?:process(?: map| flow)?|pipeline|procedure|funnel|state machine|algorithm|life ?cycle|decision tree|steps|ablauf|prozess|processus|proces|proceso|processo|pasos|passos|etapas|Schritte|fasi|funil)\b|(?<!\p{L})étapes\b|流程|步骤|の流れ|手順|절차|과정|(?<!\p{L})(?:процесс|этапы|шаги)(?!\p{L})|\bhow (?:to|do (?:I|we|you))\b/iu,
    weight: 6,
  },
  {
    kind: 'list',
    pattern:
      /^(?:(?:the|our|my|a) )?(?:(?!(?:[-–—]|the|an?|his|her|their|its|all|every)(?: |$))[^\s,;:.\n]+ ){0,4}?(?:lists?|liste[ns]?|listas?|elenco|\p{L}+liste|roles|rollen|permissions|rights|duties|chores|goals|ingredients|zutaten|ingredient[ei]s|ingrédients|groceries|supplies|equipment|gear|inventory|assets|budget|expenses|menu|squad|roster|attendees|rules|tips|questions|requirements|features|hobbies|skills|things to [^,;:.\n]{2,40})(?: (?:of|for|in) [^,;:.\n]{1,30})?[!.]*(?=\s*[:：\n]|\s+[-–—]\s|$|(?<=\S list) (?!of|for|in|with|from|about|view|page))/iu,
    weight: 8,
    isSubject: true,
  },
  { kind: 'kanban', pattern: /\bkanban(?:[- ]?(?:board|tafel))?\b|看板|カンバン/i, weight: 12 },
  {
    kind: 'flow',
    pattern: /\bdecision tree\b|\bsequence(?: diagram)?\b|\b(?:5|five) whys?\b|\bEntscheidungsbaum\b/i,
    weight: 12,
  },
  {
    kind: 'lanes',
    pattern: /\b(?:with |in )?swim ?-?lanes?(?: diagram)?\b/i,
    weight: 20,
  },
  {
    kind: 'data',
    pattern:
      /\b(?:er|erd|entity[- ]relationship)[ -]?(?:diagrams?|models?)\b|\bERD\b|\b(?:data ?base|db|data|domain) ?(?:schema|model|diagram|structure|design)\b|\bDatenmodell\b|\bclass diagram\b/i,
    weight: 14,
  },
  { kind: 'data', pattern: /\brelation(?:ship)?s? (?:between|among)\b/i, weight: 9 },
  { kind: 'kanban', pattern: /^\s*to[- ]?dos?\s*$/i, weight: 9 },
  { kind: 'kanban', pattern: /^(?:group|sort|cluster|categori[sz]e|gruppiere)\b(?!\s*[:：])/i, weight: 9 },
  {
    kind: 'architecture',
    pattern:
      /\b(?:system |software |cloud |solution |technical |micro ?-?services? |network ){0,3}architecture\b|\bcomponent diagram\b|\bnetwork diagram\b|\bArchitektur(?:diagramm)?\b/i,
    weight: 12,
  },
  {
    kind: 'kanban',
    pattern:
      /\b(?:tablero|quadro|bacheca|tableau)\b|(?<!\p{L})доска|\b(?:task|sprint|scrum|to[- ]?do|project|story|work|team|release)(?: planning)? board\b|\b(?:to[- ]?do|task|check) ?list\b/iu,
    weight: 9,
  },
  {
    kind: 'mindmap',
    pattern:
      /\bmind ?-?maps?\b|\bconcept map\b|\bspider diagram\b|\bmapa mental\b|\bmappa (?:mentale|concettuale)\b|\bkarta myśli\b|(?<!\p{L})(?:ментальная карта|интеллект-карта)|마인드맵|خريطة ذهنية|\bcarte (?:mentale|heuristique)\b|思维导图|脑图|マインドマップ/iu,
    weight: 12,
  },
  { kind: 'mindmap', pattern: /\bbrain ?-?storm(?:ing)?\b/i, weight: 5 },
  { kind: 'mindmap', pattern: /\bideas?\b|\btopics?\b/i, weight: 5, isSubject: true },
  {
    kind: 'timeline',
    pattern:
      /\btime ?-?lines?\b|\broad ?-?maps?\b|\bchronology\b|\bgantt(?: chart)?\b|\bZeitstrahl\b|\bZeitleiste\b|\bligne du temps\b|\bfrise chronologique\b|\blínea de tiempo\b|\bfeuille de route\b|\blinha do tempo\b|\blinea del tempo\b|\bcronograma\b|时间线|时间轴|路线图|年表|タイムライン|연표|(?<!\p{L})(?:хронология|лента времени)/iu,
    weight: 12,
  },
  {
    kind: 'timeline',
    pattern:
      /\bmilestones?\b|\bschedule\b|\b(?:Zeit|Termin)plan\b|\bhistory of\b|\bagenda\b|\bitinerary\b|\bphases\b/i,
    weight: 6,
  },
  {
    kind: 'orgchart',
    pattern:
      /\borg(?:ani[sz]ation(?:al)?)?[ -]?(?:chart|structure|tree|diagram)\b|\borganigram\w*|\borganigrama\b|\borganigramme\b|组织架构|组织结构|組織図|조직도|(?<!\p{L})оргструктура|\breporting (?:lines|structure)\b|\bwho reports to whom?\b|\bfamily tree\b|\bStammbaum\b|\bárbol genealógico\b|\barbre généalogique\b/iu,
    weight: 12,
  },
  {
    kind: 'orgchart',
    pattern:
      /\bhierarchy\b|\btree(?: diagram)?\b|\bteam structure\b|\bwork breakdown(?: structure)?\b|\bWBS\b|\bsite ?-?map\b|\btaxonomy\b|\b(?:folder|directory|company) structure\b|\bclassification\b|\bKlassifikation\b|\bclasificación\b|\bbreakdown\b|^organi[sz]ation$/i,
    weight: 8,
  },
  {
    kind: 'comparison',
    pattern:
      /\bcompar(?:e|ing|ison|ar|ez|er|are|aison|ación|ação)\b(?: (?:table|chart|grid|matrix)\b)?|\bVergleich(?:e|en)?\b|\bconfront(?:o|are)\b|(?<!\p{L})(?:сравнение|сравнить)(?!\p{L})|比较|比較|비교|\bversus\b|\bvs\b\.?|\b(?:table|Tabelle|tabla|tabela|tabella)\b|(?<!\p{L})таблица|表格|\bgrid\b|\bmatrix\b|\bspreadsheet\b|\bvenn\b(?: diagram)?|\bquadrants?\b/iu,
    weight: 8,
  },
  {
    kind: 'journey',
    pattern:
      /\b(?:user|customer|buyer|patient|visitor)s?(?:'s|’s)? journeys?(?: map)?\b|\bjourney map\b|\bexperience map\b/i,
    weight: 13,
  },
];

/** Whether words are the name of a list. */
export function isListName(words: string): boolean {
  return kindNames.some(({ kind, pattern }) => kind === 'list' && pattern.test(words));
}

/** Where the name of a diagram ends in a text, or null when it names none. */
export function kindEnd(text: string): number | null {
  const hits = [
    findTemplate(text)?.match.exec(text) ?? null,
    ...kindNames.filter(({ weight }) => weight > 5).map(({ pattern }) => pattern.exec(text)),
  ].filter((hit) => hit !== null);
  hits.sort((a, b) => a.index - b.index || b[0].length - a[0].length);
  const [first] = hits;
  return first === undefined ? null : first.index + first[0].length;
}

/** A text without the names of diagrams. */
export function withoutKinds(text: string): string {
  const template = findTemplate(text);
  return kindNames
    .filter(({ isSubject }) => isSubject !== true)
    .reduce((rest, { pattern }) => rest.replace(pattern, ' '), text.replace(template?.match ?? '', ' '));
}
