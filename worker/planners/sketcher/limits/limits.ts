/** What the sketcher can't draw, by how a text asks for it, and what it says about that. */
export type Limit = {
  asked: RegExp;
  says: string;
  /** Whether it holds for a diagram, too: a picture of a process can be drawn as a flow, but a link can't be read. */
  evenOfDiagrams?: true;
};

const START =
  '^(?:(?:please|pls|can you|could you|i want|i need|make|draw|create|insert|add|show|generate|sketch|give me|design|paint|put|zeichne|male|dessine|dibuja)\\s+)*(?:me\\s+|us\\s+)?(?:an?|the|some|my|our|ein(?:en?|e)?|une?|una?)?\\s*(?:[\\p{L}\\d-]+\\s+){0,2}?';
const starts = (words: string): RegExp => new RegExp(`${START}(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

/** Charts: where values are given, these are drawn as boxes. */
export const chartLimit: Limit = {
  asked: starts(
    '(?:bar|pie|line|column|area|donut|doughnut|scatter|bubble|radar|balken|kreis|torten|linien) ?-?(?:chart|graph|plot|diagramm?)s?|histogram|scatter ?plot|heat ?map|(?:gráfico|gráfica|diagrama) (?:de(?! flujo)|circular)\\s+\\p{L}+|(?:graphique|diagramme) (?:en|à)\\s+\\p{L}+',
  ),
  says: 'Charts can’t be drawn, only their values as boxes: “bar chart of sales: Jan 10, Feb 20”.',
};

/** Words of an instruction that name nothing to draw. */
const EMPTY =
  'please|plz|can|could|would|you|i|want|to|make|draw|create|sketch|show|me|us|an?|the|some|new|nice|simple|good|cool|diagrams?|charts?|graphs?|canvas|drawings?|something|anything|stuff|hello|hi|hey|there|all|everyone|thanks?|ok|okay|bitte|mach|mir|ein|zeichne|diagramm|etwas|hallo|hola|bonjour|salut|ciao|dessine|moi|un|une|diagramme|dibuja|diagrama|algo|你好|您好|こんにちは';

/** Wishes that nothing can be drawn of. */
export const limits: readonly Limit[] = [
  {
    asked: new RegExp(`^(?:(?:${EMPTY})(?:[\\s,.!?。！？]+|$))+$`, 'iu'),
    says: 'Nothing to draw was named. Name the parts: “mind map of bees: hive, queen, honey”, or steps: “order -> pack -> ship”.',
  },
  {
    asked: /https?:\/\/|\bwww\.\S/i,
    evenOfDiagrams: true,
    says: 'Links and pages can’t be opened or read. Paste the text itself, for example “mind map of results: sales, costs, outlook”.',
  },
  {
    asked: starts(
      '(?:animat|anim)(?:e|ed|ion|ions|ated)|videos?|movies?|gifs?|slide ?shows?|3d (?:model|view|scene|drawing)',
    ),
    evenOfDiagrams: true,
    says: 'Animations, videos and 3D can’t be drawn. Steps can: “ball left -> ball right”.',
  },
  {
    asked: starts(
      '(?:photos?|photographs?|pictures?|images?|logos?|icons?|portraits?|paintings?|illustrations?|clip ?arts?|screenshots?|selfies?|wireframes?|mock-?ups?|floor ?plans?|blueprints?|Bild|Foto|imagen|dibujo)(?= (?:of|for|from|showing|with|von|de)|$)|smil(?:ey|ies)(?: faces?)?',
    ),
    says: 'Pictures, photos and logos can’t be drawn. Boxes and notes can: “3 yellow sticky notes in a row”.',
  },
  {
    // "Draw a cat": one thing, and neither its parts nor what happens.
    asked:
      /^(?:(?:please|can you|could you) )?(?:draw|paint|sketch|zeichne|male?|dessine|dibuja)(?:[- ](?:me|us|mir|uns|moi|nous))? (?:an?|some|einen?|ein|une?|una?) (?!.*(?:[:,;]|\s(?:that|which|who|is|has)\s))[^\s]+(?: [^\s]+){0,5}$/iu,
    says: 'Pictures of things can’t be drawn. Name their parts: “cat: head, paws, tail”, or say which shapes: “a circle on top of a square”.',
  },
  {
    asked:
      /^(?:(?:please|draw|create|make|show|give)\s+)*(?:me\s+)?(?:an?\s+|the\s+)?(?:world |road |city |street )?map of (?!(?:the |our |my |a )?(?:\p{L}+ ){0,3}(?:system|stakeholders?|story|stories|ideas?|site|services?))/iu,
    says: 'Geographical maps can’t be drawn. Name the places to get them as boxes: “Italy: Rome, Milan, Naples”.',
  },
  {
    asked:
      /^(?:please |can you |could you )*(?:write|compose|translate|summari[sz]e|rewrite|proofread|calculate|compute|solve|search|google|look up|send|remind|explain|tell me|schreibe?|übersetze)\s+(?!["“„«])/i,
    says: 'Texts can’t be written, translated or answered here. Say what to draw: “mind map of bees: hive, queen, honey”.',
  },
  {
    asked:
      /^(?:how (?:many|much|old|far|long|tall|big)\b|(?:who|what|where|when|why|which|whose) (?:is|are|was|were|does|do|did|can|will|has|have)\b|(?:is|are|does|do|did|can|will|should) \p{L}+ .*\?$)(?!.*\n)/iu,
    says: 'Questions can’t be answered here. To decide on one, write “Ready? yes -> Ship; no -> Fix”.',
  },
  {
    asked: /^(?=.*\d)(?=.*[+*/×÷=^√])[\d\s+\-*/×÷=().,^%√π<>]+$/,
    says: 'Formulas can’t be calculated. Steps can be drawn: “measure -> add -> compare”.',
  },
];
