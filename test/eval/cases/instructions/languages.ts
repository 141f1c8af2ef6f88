import type { Instructions } from '../case.ts';

/** Other languages than English, and mixtures. */
export const languages: Instructions = {
  'spanish: numbers in one line': [
    'nuestro proceso de admisión: 1. formulario 2. entrevista del tutor 3. carta 4. matrícula',
    {
      edges: 'formulario -> entrevista del tutor -> carta -> matrícula',
      title: 'nuestro proceso de admisión',
    },
  ],
  'german: numbers with brackets': [
    'Ablauf Ölwechsel: 1) Motor warm fahren 2) Öl ablassen 3) Filter tauschen 4) neues Öl einfüllen',
    {
      edges: 'Motor warm fahren -> Öl ablassen -> Filter tauschen -> neues Öl einfüllen',
      title: 'Ablauf Ölwechsel',
    },
  ],
  'french: steps by name': [
    'Les étapes pour adopter un chien : visiter le refuge, choisir un chien, signer le contrat, acheter un panier',
    { edges: 'visiter le refuge -> choisir un chien -> signer le contrat -> acheter un panier' },
  ],
  'german: steps by name': [
    'Schritte zum Garten: Boden lockern, Beete abstecken, Samen säen, regelmäßig gießen',
    { edges: 'Boden lockern -> Beete abstecken -> Samen säen -> regelmäßig gießen' },
  ],
  'italian: phases': [
    'Fasi della mostra: idea, ricerca, allestimento, inaugurazione',
    { edges: 'idea -> ricerca -> allestimento -> inaugurazione' },
  ],
  'german: comparison by criteria': [
    'Vergleich Gas vs. Wärmepumpe vs. Pellets nach Preis, Platz, CO2',
    { inside: { Gas: 'Preis; Platz; CO2', Wärmepumpe: 'Preis; Platz; CO2', Pellets: 'Preis; Platz; CO2' } },
  ],
  'spanish: comparison by criteria': [
    'comparar alquilar y comprar por precio, libertad, riesgo',
    { inside: { alquilar: 'precio; libertad; riesgo', comprar: 'precio; libertad; riesgo' } },
  ],
  'german: steps': [
    'Ablauf Urlaubsantrag: Antrag ausfüllen, Vorgesetzter prüft, Personalabteilung genehmigt, Kalender eintragen',
    {
      edges: 'Antrag ausfüllen -> Vorgesetzter prüft -> Personalabteilung genehmigt -> Kalender eintragen',
      title: '~Urlaubsantrag',
    },
  ],
  'german: condition': [
    'Rechnung prüfen. Wenn sie korrekt ist, bezahlen. Sonst an den Lieferanten zurückschicken.',
    { texts: '~Rechnung prüf; ~bezahlen; ~Lieferanten zurückschicken', decisions: '~korrekt', others: 1 },
  ],
  'german: board': [
    'Kanban-Board mit den Spalten Offen, In Arbeit, Erledigt. Offen: Flyer drucken, Saal buchen. In Arbeit: Einladung. Erledigt: Band gebucht',
    {
      inside: { Offen: 'Flyer drucken; Saal buchen', 'In Arbeit': 'Einladung', Erledigt: 'Band gebucht' },
      count: { frame: 3 },
    },
  ],
  'german: mind map': [
    'Mindmap zum Thema Garten: Gemüse, Blumen, Rasen, Werkzeug',
    {
      edges: '~Garten -- Gemüse; ~Garten -- Blumen; ~Garten -- Rasen; ~Garten -- Werkzeug',
      absent: 'Mindmap',
    },
  ],
  'french: steps': [
    "Processus de recrutement : publier l'annonce, trier les CV, entretien, décision, contrat",
    { edges: "publier l'annonce -> trier les CV -> entretien -> décision -> contrat", title: '~recrutement' },
  ],
  'french: condition': [
    "Le client passe commande. Si le produit est en stock, on l'expédie. Sinon, on commande chez le fournisseur.",
    { texts: '~client commande; ~expédi; ~fournisseur', decisions: '~stock', others: 2 },
  ],
  'french: bullets': [
    'Liste de courses :\n- pain\n- fromage\n- tomates',
    { peers: 'pain; fromage; tomates', texts: 'pain; fromage; tomates', title: '~courses' },
  ],
  'spanish: board': [
    'Tablero con columnas Pendiente, En curso y Hecho. Pendiente: comprar pintura, llamar al fontanero. Hecho: elegir color',
    {
      inside: { Pendiente: 'comprar pintura; llamar al fontanero', Hecho: 'elegir color' },
      texts: 'En curso',
      count: { frame: 3 },
    },
  ],
  'spanish: swot': [
    'DAFO de la panadería. Fortalezas: buen pan. Debilidades: local pequeño. Oportunidades: reparto. Amenazas: supermercado',
    {
      inside: {
        Fortalezas: 'buen pan',
        Debilidades: 'local pequeño',
        Oportunidades: 'reparto',
        Amenazas: 'supermercado',
      },
      count: { frame: 4 },
    },
  ],
  'spanish: steps': [
    'pasos para hacer una tortilla: pelar patatas, freír, batir huevos, mezclar, cuajar',
    { edges: 'pelar patatas -> freír -> batir huevos -> mezclar -> cuajar', title: '~tortilla' },
  ],
  'portuguese: timeline': [
    'linha do tempo: 2015 fundação, 2018 primeira loja, 2021 app, 2024 expansão',
    {
      order: '~fundação; ~primeira loja; ~app; ~expansão',
      beside: { '~2015': '~fundação', '~2024': '~expansão' },
    },
  ],
  'portuguese: list': [
    'Tarefas da mudança:\n1. encaixotar livros\n2. contratar caminhão\n3. avisar vizinhos',
    {
      order: 'encaixotar livros; contratar caminhão; avisar vizinhos',
      texts: 'encaixotar livros; contratar caminhão; avisar vizinhos',
    },
  ],
  'italian: mind map': [
    'mappa mentale vacanze: mare, montagna, città',
    { edges: '~vacanze -- mare; ~vacanze -- montagna; ~vacanze -- città' },
  ],
  'chinese: arrows': ['下单→付款→发货→收货→评价', { edges: '下单 -> 付款 -> 发货 -> 收货 -> 评价' }],
  'chinese: full-width list': [
    '会议纪要：一、确定预算；二、选择场地；三、邀请嘉宾',
    { texts: '~确定预算; ~选择场地; ~邀请嘉宾', order: '~确定预算; ~选择场地; ~邀请嘉宾', others: 0 },
  ],
  'chinese: columns': [
    '看板：待办：写文案、做海报；进行中：网站；已完成：标志',
    { inside: { 待办: '写文案; 做海报', 进行中: '网站', 已完成: '标志' }, count: { frame: 3 } },
  ],
  'chinese: condition': [
    '用户登录，如果密码正确，进入首页，否则显示错误',
    { texts: '~用户登录; ~进入首页; ~显示错误', decisions: '~密码', others: 1 },
  ],
  'japanese: steps': [
    '採用の流れ：応募、書類選考、面接、内定',
    { edges: '応募 -> 書類選考 -> 面接 -> 内定', title: '~採用' },
  ],
  'japanese: bullets': [
    '買い物リスト\n・牛乳\n・卵\n・パン',
    { peers: '牛乳; 卵; パン', texts: '牛乳; 卵; パン', title: '~買い物' },
  ],
  'korean: arrows': ['주문 → 결제 → 배송 → 완료', { edges: '주문 -> 결제 -> 배송 -> 완료' }],
  'polish: steps': [
    'Proces zakupu: wybór, koszyk, płatność, wysyłka',
    { edges: 'wybór -> koszyk -> płatność -> wysyłka' },
  ],
  'turkish: list': [
    'Alışveriş listesi:\n- süt\n- ekmek\n- peynir',
    { peers: 'süt; ekmek; peynir', texts: 'süt; ekmek; peynir' },
  ],
  'russian: steps': ['Процесс заказа: заявка, оплата, доставка', { edges: 'заявка -> оплата -> доставка' }],
  'arabic: bullets': [
    'قائمة المهام:\n- كتابة التقرير\n- إرسال البريد\n- حجز القاعة',
    { peers: 'كتابة التقرير; إرسال البريد; حجز القاعة', texts: 'كتابة التقرير; إرسال البريد; حجز القاعة' },
  ],
  'mixed: german and english': [
    'Sprint Retro: What went well: Pairing, schnelle Deployments. Was war schlecht: zu viele Meetings',
    {
      inside: { 'What went well': 'Pairing; schnelle Deployments', 'Was war schlecht': 'zu viele Meetings' },
      title: '~retro',
    },
  ],
  'mixed: spanglish': [
    'login -> validar usuario -> dashboard -> cerrar sesión',
    { edges: 'login -> validar usuario -> dashboard -> cerrar sesión' },
  ],
  'german: connected': [
    'Netzwerk: Router ist mit Switch und Drucker verbunden, Switch verbunden mit PC 1 und NAS',
    { title: 'Netzwerk', edges: 'Router -- Switch; Router -- Drucker; Switch -- PC 1; Switch -- NAS' },
  ],
  'german: systems': [
    'Die App ruft die API auf und nutzt den Cache, die API greift auf die Datenbank zu und sendet Events an Kafka',
    { edges: 'App -> API; App -> Cache: nutzt; API -> Datenbank; API -> Kafka: ~sendet Events' },
  ],
  'french: systems': [
    "Le client appelle l'API. L'API appelle le service de paiement et lit la base de données.",
    { edges: 'Client -> API; API -> Service de paiement; API -> Base de données: lit' },
  ],
  'spanish: systems': [
    'La app llama al API. El API depende de la base de datos y usa Redis. El worker lee la cola.',
    { edges: 'App -> API; API -> Base de datos; API -> Redis; Worker -> Cola' },
  ],
  'german: chain with dashes': [
    'Frontend - Backend - Datenbank',
    { edges: 'Frontend -- Backend; Backend -- Datenbank', count: { shape: 3 } },
  ],
  'german: a process with answers': [
    'Ablauf Urlaubsantrag: Mitarbeiter füllt Antrag aus, Vorgesetzter prüft. Wenn genehmigt, trägt die Personalabteilung den Urlaub ein und informiert das Team. Wenn abgelehnt, bekommt der Mitarbeiter eine Begründung.',
    {
      layout: 'flow',
      texts: '~füllt Antrag aus; ~Vorgesetzter prüft; ~trägt den Urlaub ein; ~bekommt eine Begründung',
      others: 2,
    },
  ],
  'german: answers that were not typed': [
    'Wenn die Rechnung stimmt, bezahlt die Buchhaltung sie, sonst fragt der Einkauf nach.',
    { edges: '~Rechnung -> ~bezahlt: Ja; ~Rechnung -> ~fragt: Nein', others: 3 },
  ],
  'german: counted steps': [
    'Zeichne einen Ablauf mit fünf Schritten',
    { title: 'Ablauf', count: { shape: 5, connector: 4 } },
  ],
  'french: counted steps': ['Dessine un processus en quatre étapes', { count: { shape: 4, connector: 3 } }],
  'german: who reports to whom': [
    'Anna ist Geschäftsführerin. Ben berichtet an Anna. Carla und Dirk berichten an Ben.',
    { edges: '~Anna -- Ben; Ben -- Carla; Ben -- Dirk', others: 0 },
  ],
  'german: who stands below whom': [
    'Unser Verein: Vorsitzender ist Herr Klein. Ihm unterstehen der Kassenwart und die Jugendleiterin. Die Jugendleiterin leitet zwei Trainer.',
    {
      edges:
        '~Klein -- Kassenwart; ~Klein -- Jugendleiterin; Jugendleiterin -- Trainer 1; Jugendleiterin -- Trainer 2',
    },
  ],
  'french: who stands below whom': [
    'Organigramme : Paul est directeur. Sous lui, Marie et Luc. Sous Marie : Jean et Zoé.',
    { edges: '~Paul -- Marie; ~Paul -- Luc; Marie -- Jean; Marie -- Zoé', others: 0 },
  ],
};
