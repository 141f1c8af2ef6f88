import type { Instructions } from '../case.ts';

/** Counts, shapes, colours and arrangements, asked for directly. */
export const shapes: Instructions = {
  'shapes: grid of stickies': [
    'a 3 by 4 grid of sticky notes',
    { count: { sticky: 12, frame: [0, 1], connector: 0 }, grid: [3, 4], absent: 'grid; sticky' },
  ],
  'shapes: 2x2 circles': [
    '2x2 grid of circles',
    { count: { ellipse: 4, shape: 4, connector: 0 }, grid: [2, 2], absent: 'grid; circle 2x2' },
  ],
  'shapes: triangle': [
    'three circles connected in a triangle',
    { count: { ellipse: 3, shape: 3, connector: 3 }, absent: 'triangle; connected' },
  ],
  'shapes: named triangle': [
    'three circles A, B, C connected in a triangle',
    { shapes: { ellipse: 'A; B; C' }, edges: 'A -- B; B -- C; C -- A', count: { shape: 3, connector: 3 } },
  ],
  'shapes: red diamonds': [
    '5 red diamonds',
    { count: { diamond: 5, shape: 5, connector: 0 }, absent: 'red diamonds' },
  ],
  'shapes: blue boxes in a row': [
    'four blue boxes in a row',
    { count: { rect: 4, shape: 4 }, grid: [4, 1], absent: 'boxes; in a row' },
  ],
  'shapes: with texts': [
    'a green circle with Start, a blue box with Work and a red circle with Stop, connected',
    {
      shapes: { ellipse: 'Start; Stop', rect: 'Work' },
      colors: { green: 'Start', blue: 'Work', red: 'Stop' },
      edges: 'Start -> Work -> Stop',
      count: { shape: 3 },
    },
  ],
  'shapes: ten empty stickies': [
    '10 empty sticky notes',
    { count: { sticky: 10, object: 10 }, absent: 'sticky' },
  ],
  'shapes: stickies with numbers': [
    'sticky notes numbered 1 to 6',
    { shapes: { sticky: '1; 2; 3; 4; 5; 6' }, count: { sticky: 6 } },
  ],
  'shapes: one box': ['a box that says hello world', { texts: 'hello world', count: { object: 1 } }],
  'shapes: one sticky': ['sticky note: call mum', { shapes: { sticky: 'call mum' }, count: { object: 1 } }],
  'shapes: yellow and pink': [
    '3 yellow stickies and 2 pink stickies',
    { count: { sticky: 5, object: 5 }, absent: 'yellow; pink' },
  ],
  'shapes: frames': [
    'three empty frames called Morning, Noon and Night',
    { texts: 'Morning; Noon; Night', count: { frame: 3, shape: 0 } },
  ],
  'shapes: frame with boxes': [
    'a frame "Team" with 4 boxes in it: Ana, Bo, Cy, Di',
    { inside: { Team: 'Ana; Bo; Cy; Di' }, count: { frame: 1, shape: 4 } },
  ],
  'shapes: star': [
    'a hub in the middle connected to 6 circles around it',
    { count: { shape: 7, connector: 6 }, absent: 'around it; in the middle' },
  ],
  'shapes: chain': ['chain of 5 circles', { count: { ellipse: 5, shape: 5, connector: 4 }, absent: 'chain' }],
  'shapes: ring': [
    '6 boxes in a circle, each connected to the next',
    { count: { rect: 6, shape: 6, connector: 6 }, absent: 'each connected' },
  ],
  'shapes: binary tree': [
    'binary tree with 7 nodes',
    { count: { shape: 7, connector: 6 }, absent: 'binary tree with' },
  ],
  'shapes: two boxes and an arrow': [
    'two boxes with an arrow from Input to Output',
    { edges: 'Input -> Output', count: { shape: 2, connector: 1 } },
  ],
  'shapes: colours by word': [
    'boxes: urgent (red), soon (orange), later (green), never (grey)',
    {
      colors: { red: '~urgent', orange: '~soon', green: '~later', neutral: '~never' },
      texts: '~urgent; ~soon; ~later; ~never',
      count: { shape: 4 },
    },
  ],
  'shapes: all one colour': [
    'Plan -> Do -> Check -> Act, all boxes purple',
    { edges: 'Plan -> Do -> Check -> Act', colors: { purple: 'Plan; Do; Check; Act' }, absent: 'purple' },
  ],
  'shapes: heading and notes': [
    'heading "Ideas 2027" with six sticky notes below',
    { texts: 'Ideas 2027', count: { sticky: 6 }, absent: 'below' },
  ],
  'shapes: venn': ['venn diagram of dogs and cats', { texts: '~dogs; ~cats', others: 4, absent: 'venn' }],
  'shapes: pyramid': [
    'pyramid with 3 levels: strategy, tactics, operations',
    { texts: 'strategy; tactics; operations', order: 'strategy; tactics; operations', absent: 'levels' },
  ],
  'shapes: German row': [
    'drei rote Kreise nebeneinander',
    { count: { ellipse: 3, object: 3 }, grid: [3, 1], absent: 'rote; nebeneinander' },
  ],
  'shapes: Spanish notes': [
    'dos notas amarillas y tres rosas',
    { count: { sticky: 5, object: 5 }, absent: 'amarillas; rosas' },
  ],
  'shapes: French grid': [
    'une grille de 3 par 2 cartes',
    { count: { rect: 6, object: 6 }, grid: [3, 2], absent: 'grille' },
  ],
  'shapes: colours before the noun': [
    'pls draw a red, a green and two blue boxes',
    { count: { rect: 4, object: 4 }, absent: 'red; green; blue' },
  ],
  'shapes: hub with names': [
    'a blue box labelled API connected to three green boxes labelled DB, Cache and Queue',
    {
      colors: { blue: 'API', green: 'DB; Cache; Queue' },
      edges: 'API -- DB; API -- Cache; API -- Queue',
      count: { rect: 4, connector: 3 },
    },
  ],
  'shapes: above': [
    'a box "Frontend" above a box "Backend"',
    { inLine: 'Frontend; Backend', count: { object: 2 } },
  ],
  'shapes: arrows by name': [
    '4 boxes: A, B, C, D; connect A to B, B to C and C to D',
    { edges: 'A -> B -> C -> D', count: { rect: 4, connector: 3 } },
  ],
  'shapes: shared columns': [
    '6 sticky notes in 3 columns, labelled A to F',
    { shapes: { sticky: 'A; B; C; D; E; F' }, grid: [3, 2], order: 'A; B; C; D; E; F' },
  ],
  'shapes: frames of notes': [
    'create 3 frames each with 4 notes',
    { count: { frame: 3, sticky: 12 }, absent: 'frames; notes' },
  ],
  'shapes: empty table': ['empty 5x5 grid', { count: { rect: 25, object: 25 }, grid: [5, 5] }],
  'shapes: single notes': [
    'green sticky "Buy milk", red sticky "Pay rent"',
    { shapes: { sticky: 'Buy milk; Pay rent' }, colors: { green: 'Buy milk', red: 'Pay rent' } },
  ],
  'shapes: mesh': [
    'three circles, each connected to all others',
    { count: { ellipse: 3, connector: 3 }, absent: 'connected' },
  ],
  'shapes: colours of a flow': [
    'Order -> Pay? -> Ship; errors in red, make Ship green',
    { edges: 'Order -> Pay -> Ship', colors: { green: 'Ship' }, absent: 'green; red' },
  ],
  'shapes: heading above boxes': [
    'title "Roadmap", below it three boxes: Now, Next, Later',
    { shapes: { text: 'Roadmap', rect: 'Now; Next; Later' }, count: { shape: 3 } },
  ],
  'shapes: maslow': [
    'maslow pyramid',
    { texts: '~physiological; ~safety; ~love | ~belonging | ~social; ~esteem; ~self', others: 3 },
  ],
  'shapes: a flow': [
    'A green start circle, then a box "Collect data", then a yellow diamond "Enough data?", yes to "Train model", no back to "Collect data"',
    {
      edges:
        'Start -> Collect data -> Enough data?; Enough data? -> Train model: yes; Enough data? -> Collect data: no',
      shapes: { ellipse: 'Start', diamond: 'Enough data?' },
      colors: { green: 'Start', yellow: 'Enough data?' },
    },
  ],
  'shapes: a red one and a green one': [
    'One large red square labelled STOP next to a green one labelled GO',
    { texts: 'STOP; GO', colors: { red: 'STOP', green: 'GO' }, inLine: 'STOP; GO', warning: '~size' },
  ],
  'shapes: notes with a heading': [
    '5 yellow sticky notes with my goals: learn Rust, run 10k, read 20 books, save money, visit Japan',
    {
      texts: 'learn Rust; run 10k; read 20 books; save money; visit Japan',
      count: { sticky: 5 },
      others: 1,
    },
  ],
  'shapes: names, each with each': [
    'A triangle diagram: Cost, Quality, Time, each connected to the others',
    {
      title: 'A triangle diagram',
      texts: 'Cost; Quality; Time',
      edges: 'Cost -- Quality; Quality -- Time; Time -- Cost',
    },
  ],
  'shapes: one more in the circle': [
    'three boxes named A, B, C and one named Act in a circle',
    { texts: 'A; B; C; Act', layout: 'ring', count: { shape: 4 } },
  ],
  'shapes: what points to what': [
    'two blue circles and a red square, the circles point to the square',
    { count: { ellipse: 2, rect: 1, connector: 2 } },
  ],
  'shapes: all to a hub': [
    'sales, marketing and support, all connected to CRM',
    { edges: 'Sales -- CRM; Marketing -- CRM; Support -- CRM', count: { shape: 4, connector: 3 } },
  ],
  'shapes: frames with members': [
    'frame "Team A" with Ann and Ben, frame "Team B" with Cem and Dora, arrow from Team A to Team B saying "hands over"',
    {
      inside: { 'Team A': 'Ann; Ben', 'Team B': 'Cem; Dora' },
      edges: 'Team A -> Team B: hands over',
    },
  ],
  'shapes: planets around a sun': [
    'the solar system: sun in the middle, eight planets around it',
    { title: 'The solar system', texts: 'sun', others: 8, layout: 'ring', count: { shape: 9, connector: 8 } },
  ],
  'shapes: arrows from it': [
    'A box labelled Farm, arrows from it to Market, Restaurant and Shop',
    { edges: 'Farm -> Market; Farm -> Restaurant; Farm -> Shop', count: { shape: 4 } },
  ],
  'shapes: a hub of names': [
    'CEO in the centre, around it sales, HR, IT and legal',
    { edges: 'CEO -- Sales; CEO -- HR; CEO -- IT; CEO -- Legal', layout: 'ring', count: { shape: 5 } },
  ],
  'shapes: hexagon in the middle': [
    'A hexagon in the centre labelled Core and six circles around it named A to F, each linked to Core',
    {
      texts: 'Core; B; C; D; E',
      edges: 'Core -- A; Core -- F',
      layout: 'ring',
      count: { ellipse: 6, shape: 7, connector: 6 },
      warning: '~hexagon',
    },
  ],
  'shapes: left and right one': [
    'two squares side by side, left one blue saying Before, right one green saying After, with an arrow between them',
    {
      edges: 'Before -> After',
      colors: { blue: 'Before', green: 'After' },
      grid: [2, 1],
      count: { shape: 2 },
    },
  ],
  'shapes: racks': [
    'server room layout, 2 rows with 4 racks each',
    {
      title: 'Server room layout',
      texts: 'Rack 1; Rack 8',
      grid: [4, 2],
      others: 6,
      count: { shape: 8, connector: 0 },
    },
  ],
  'shapes: cyclic process': [
    'A cyclic process with four stages plan do check act in different colours',
    { edges: 'Plan -> Do -> Check -> Act; Act -> Plan', layout: 'ring', count: { shape: 4 } },
  ],
  'shapes: one of a chain': [
    'boxes Alpha Beta Gamma Delta connected in a line from left to right, Gamma should be orange and dashed',
    {
      edges: 'Alpha -> Beta -> Gamma -> Delta',
      colors: { orange: 'Gamma' },
      count: { shape: 4 },
      warning: '~line style',
    },
  ],
  'shapes: a word in a star': [
    'put the word HELLO in a big yellow star',
    { texts: 'HELLO', colors: { yellow: 'HELLO' }, count: { object: 1 }, warning: '~star' },
  ],
  'shapes: life as a circle': [
    'Show the life of a butterfly as a circle: egg, caterpillar, chrysalis, butterfly',
    {
      title: 'Life of a butterfly',
      edges: 'egg -> caterpillar -> chrysalis -> butterfly; butterfly -> egg',
      layout: 'ring',
      count: { shape: 4 },
    },
  ],
  'shapes: water cycle': [
    'The water cycle: evaporation, condensation, precipitation, collection and back to evaporation',
    {
      edges: 'evaporation -> condensation -> precipitation -> collection; collection -> evaporation',
      layout: 'ring',
      count: { shape: 4 },
    },
  ],
  'shapes: places in a pyramid': [
    'Draw a pyramid with 4 levels: vision at the top, strategy, tactics, operations at the bottom',
    {
      inLine: 'vision; strategy; tactics; operations',
      absent: 'top; bottom',
      count: { shape: 4 },
      warning: '~pyramid',
    },
  ],
  'shapes: pyramid from its base': [
    'Pyramid: workers at the bottom, managers, king at the top',
    { inLine: 'king; managers; workers', count: { shape: 3 } },
  ],
  'shapes: funnel with values': [
    'Checkout funnel: 1000 visits, 400 add to cart, 150 start checkout, 90 pay',
    { inLine: '1000 visits; 400 add to cart; 150 start checkout; 90 pay', count: { shape: 4 } },
  ],
  'shapes: shelves': [
    '3 shelves with 5 boxes each',
    { texts: 'Shelf 1; Shelf 2; Shelf 3', count: { frame: 3, rect: 15 }, absent: 'shelves' },
  ],
  'shapes: German colours by place': [
    'Zeichne drei Quadrate nebeneinander, das linke rot, das mittlere gelb, das rechte grün',
    { grid: [3, 1], count: { rect: 3, object: 3 }, absent: 'linke; rot' },
  ],
  'shapes: connect each': [
    'a red circle in the middle, four blue squares around it, connect each square to the circle with dashed lines',
    { layout: 'ring', count: { ellipse: 1, rect: 4, connector: 4 } },
  ],
  'shapes: arrow to the next': [
    'box called Inbox, arrow to box called Review, arrow to a circle Done',
    { edges: 'Inbox -> Review -> Done', count: { rect: 2, ellipse: 1 } },
  ],
  'shapes: sets': [
    'Venn diagram of cats and dogs: cats: independent, clean; dogs: loyal, loud; both: furry, playful',
    {
      inside: { cats: 'independent; clean', dogs: 'loyal; loud', both: 'furry; playful' },
      warning: '~Overlapping',
    },
  ],
  'shapes: the same text in each': [
    'Three green hexagons in a triangle, each saying GO',
    { texts: 'GO', colors: { green: 'GO' }, others: 2, layout: 'ring', count: { shape: 3 } },
  ],
  'shapes: then again': [
    'nitrogen cycle with arrows: fixation, nitrification, assimilation, ammonification, then again fixation',
    {
      edges: 'Fixation -> Nitrification -> Assimilation -> Ammonification; Ammonification -> Fixation',
      layout: 'ring',
      count: { shape: 4 },
    },
  ],
  'shapes: beds of a ward': [
    'hospital ward with 2 corridors with 6 beds each',
    { title: 'Hospital ward', texts: 'Corridor 1; Corridor 2', others: 12, count: { frame: 2, rect: 12 } },
  ],
  'shapes: books on each': [
    'bookshelf: 4 shelves, 8 books on each',
    { title: 'Bookshelf', texts: 'Shelf 1; Shelf 4', others: 34, count: { frame: 4, rect: 32 } },
  ],
  'shapes: clockwise': [
    'Draw 4 boxes named North, East, South and West arranged in a circle with arrows clockwise',
    { edges: 'North -> East -> South -> West; West -> North', layout: 'ring', count: { shape: 4 } },
  ],
  'shapes: French pyramid from its base': [
    'Pyramide des besoins: physiologie en bas, sécurité, estime, accomplissement en haut',
    { inLine: 'Accomplissement; Estime; Sécurité; Physiologie', absent: 'en haut' },
  ],
  'shapes: Chess board': ['Chess board 8x8', { title: 'Chess board', grid: [8, 8], count: { rect: 64 } }],
  'shapes: two arrows to': [
    'a diamond labelled Approved? with two arrows to boxes Yes and No',
    { edges: 'Approved? -> Yes; Approved? -> No', shapes: { diamond: 'Approved?', rect: 'Yes; No' } },
  ],
  'shapes: one and one': [
    'two circles connected by a dashed line, one labelled Earth and one labelled Moon',
    { edges: 'Earth -- Moon', shapes: { ellipse: 'Earth; Moon' }, count: { shape: 2 } },
  ],
  'shapes: Spanish last one': [
    'Cuatro cajas conectadas en línea: Inicio, Revisión, Pago, Fin; la última verde',
    { edges: 'Inicio -- Revisión -- Pago -- Fin', colors: { green: 'Fin' }, count: { shape: 4 } },
  ],
  'shapes: crop rotation': [
    'Crop rotation: wheat, beans, potatoes, fallow and back to wheat',
    {
      title: 'Crop rotation',
      edges: 'Wheat -> Beans -> Potatoes -> Fallow; Fallow -> Wheat',
      layout: 'ring',
    },
  ],
  'shapes: two axes with poles': [
    '2x2 matrix cost vs benefit. high cost low benefit: new office; high cost high benefit: automation; low cost low benefit: mugs; low cost high benefit: checklists, templates',
    {
      title: '2x2 matrix cost vs benefit',
      inside: {
        'high cost low benefit': 'new office',
        'high cost high benefit': 'automation',
        'low cost low benefit': 'mugs',
        'low cost high benefit': 'checklists; templates',
      },
      count: { frame: 4 },
    },
  ],
  'shapes: places on two axes': [
    'x axis: price, y axis: taste. top right: Noma, bottom left: canteen, top left: grandma',
    {
      inside: { 'top right': 'Noma', 'bottom left': 'canteen', 'top left': 'grandma' },
      title: '~price',
      count: { frame: 4 },
    },
  ],
  'table: a value for each side': [
    'Comparison table: oil heating vs heat pump vs pellets; price: low, high, medium; upkeep: high, low, medium',
    {
      inside: {
        'oil heating': 'price: low; upkeep: high',
        'heat pump': 'price: high; upkeep: low',
        pellets: 'price: medium; upkeep: medium',
      },
    },
  ],
  'table: values with slashes': [
    'comparison of nursing home and home care: cost 3000 / 1800, company yes / no, garden yes / sometimes',
    {
      inside: {
        'nursing home': 'cost: 3000; company: yes; garden: yes',
        'home care': 'cost: 1800; company: no; garden: sometimes',
      },
    },
  ],
  'table: German sides': [
    'Vergleichstabelle: Miete vs Kauf; Kosten: laufend, einmalig; Flexibilität: hoch, gering',
    {
      title: 'Vergleichstabelle',
      inside: {
        Miete: 'Kosten: laufend; Flexibilität: hoch',
        Kauf: 'Kosten: einmalig; Flexibilität: gering',
      },
    },
  ],
  'shapes: fishbone of a problem': [
    'ishikawa diagram, problem: bread does not rise. Ingredients (old yeast, cold water), oven (too hot), method (kneaded too short)',
    {
      edges:
        'ingredients -> bread does not rise; oven -> bread does not rise; method -> bread does not rise; old yeast -> ingredients; cold water -> ingredients; too hot -> oven; kneaded too short -> method',
    },
  ],
  'shapes: fishbone of a question': [
    'Fishbone: why do patients fall? Environment: wet floor, poor light. Patient: dizziness, medication.',
    {
      edges: 'environment -> why do patients fall; wet floor -> environment; dizziness -> patient',
      others: 2,
    },
  ],
  'shapes: sets with what is common': [
    'venn diagram of nurses and paramedics, in common: first aid, shifts',
    { inside: { 'in common': 'first aid; shifts' }, texts: 'nurses; paramedics', warning: '~Overlapping' },
  ],
  'shapes: levels with a text each': [
    'pyramid: Apex - supreme court; Middle - appeal courts; Base - district and local courts',
    {
      title: 'Pyramid',
      inLine: 'Apex - supreme court; Middle - appeal courts; Base - district and local courts',
      count: { shape: 3 },
    },
  ],
  'shapes: scale': [
    'pain scale 0 to 10: none, mild, moderate, severe, worst imaginable',
    {
      title: 'Pain scale 0 to 10',
      inLine: 'none; mild; moderate; severe; worst imaginable',
      count: { object: 5 },
    },
  ],
  'shapes: lines of boxes': [
    'box with "Judge" at the top, below it two boxes "Prosecutor" and "Defense", below them one box "Jury"',
    { order: 'Judge; Prosecutor; Defense; Jury', count: { rect: 4 } },
  ],
  'shapes: one in the other': [
    'nested boxes: Europe > Germany > Bavaria > Munich',
    { inside: { Europe: 'Germany', Germany: 'Bavaria', Bavaria: 'Munich' } },
  ],
  'shapes: arrows to both': [
    'diamond "OK?" in the center, green box "Ship" to the right, red box "Fix" below, arrows from diamond to both',
    {
      edges: 'OK? -> Ship; OK? -> Fix',
      shapes: { diamond: 'OK?' },
      colors: { green: 'Ship', red: 'Fix' },
      count: { shape: 3 },
    },
  ],
  'shapes: Spanish, made of': [
    'un muñeco hecho de tres círculos',
    { count: { ellipse: 3, object: 3 }, title: '~muñeco' },
  ],
  'shapes: corners and a middle': [
    '4 boxes in the corners named NW, NE, SW, SE and a circle "Center" in the middle',
    { texts: 'NW; NE; SW; SE', shapes: { ellipse: 'Center' }, count: { shape: 5 } },
  ],
  'shapes: nested frames': [
    'Frame "Ward A" with two frames inside: "Room 1" (bed 1, bed 2) and "Room 2" (bed 3, bed 4)',
    { inside: { 'Ward A': 'Room 1; Room 2', 'Room 1': 'bed 1; bed 2', 'Room 2': 'bed 3; bed 4' } },
  ],
  'shapes: what frames hold': [
    'two big frames side by side: "Pros" and "Cons". Pros has cheap, fast. Cons has noisy',
    { inside: { Pros: 'cheap; fast', Cons: 'noisy' }, count: { frame: 2 } },
  ],
  'shapes: places of names': [
    'two boxes named Cause and Effect. Effect on the right, Cause on the left, arrow from Cause to Effect',
    { inLine: 'Cause; Effect', edges: 'Cause -> Effect', count: { shape: 2 } },
  ],
  'shapes: a new end': [
    'rectangle "Warehouse" with 3 small boxes inside called Shelf A, Shelf B, Shelf C and an arrow from Warehouse to a circle "Truck"',
    {
      inside: { Warehouse: 'Shelf A; Shelf B; Shelf C' },
      shapes: { ellipse: 'Truck' },
      edges: 'Warehouse -> Truck',
    },
  ],
  'shapes: flag': [
    'flag of Italy: three rectangles side by side, green, white and red',
    { title: 'Flag of Italy', count: { rect: 3, object: 3 }, grid: [3, 1] },
  ],
  'table: rows and columns': [
    'matrix 3 cols (low, medium, high) x 2 rows (cost, benefit)',
    { texts: 'low; medium; high; cost; benefit', count: { shape: 12 } },
  ],
  'shapes: Spanish sets': [
    'diagrama de venn: perros (fieles), gatos (independientes), ambos (mascotas, peludos)',
    { inside: { perros: 'fieles', gatos: 'independientes', ambos: 'mascotas; peludos' } },
  ],
  'shapes: German hub': [
    'Kreis "Kunde" in der Mitte, darum herum: Vertrieb, Service, Buchhaltung, Lager',
    { layout: 'ring', edges: 'Kunde -- Vertrieb; Kunde -- Service; Kunde -- Buchhaltung; Kunde -- Lager' },
  ],
};
