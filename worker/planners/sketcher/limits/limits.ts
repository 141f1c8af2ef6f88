/** What the sketcher can't do, by how a text asks for it, and what it says about that. */
export type Limit = {
  asked: RegExp;
  says: string;
  /** Whether it holds for a diagram, too: a picture of a process can be drawn as a flow, but a link can't be read. */
  evenOfDiagrams?: true;
};

const START =
  '^(?:(?:please|pls|can you|could you|i want|i need|make|draw|create|insert|add|show|generate|sketch|give me|design|paint|put|zeichne|male|dessine|dibuja)\\s+)*(?:me\\s+|us\\s+)?(?:an?|the|some|my|our|ein(?:en?|e)?|une?|una?)?\\s*(?:[\\p{L}\\d-]+\\s+){0,2}?';
const starts = (words: string): RegExp => new RegExp(`${START}(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

/** Charts, whose values can be drawn as boxes. */
export const chartLimit: Limit = {
  asked: starts(
    '(?:bar|pie|line|column|area|donut|doughnut|scatter|bubble|radar|balken|kreis|torten|linien) ?-?(?:chart|graph|plot|diagramm?)s?|histogram|scatter ?plot|heat ?map|(?:gráfico|gráfica|diagrama) (?:de|circular)\\s+\\p{L}+|(?:graphique|diagramme) (?:en|à)\\s+\\p{L}+',
  ),
  says: 'Charts can’t be drawn, so this shows their texts as boxes. For steps, write “Sales -> Invoice -> Payment”.',
};

/** Wishes that nothing can be drawn of, other than their text. */
export const limits: readonly Limit[] = [
  {
    asked: /https?:\/\/|\bwww\.\S/i,
    evenOfDiagrams: true,
    says: 'Links and pages can’t be opened or read, so this is only your text. Paste the text itself, for example “mind map of results: sales, costs, outlook”.',
  },
  {
    asked: starts(
      '(?:animat|anim)(?:e|ed|ion|ions|ated)|videos?|movies?|gifs?|slide ?shows?|3d (?:model|view|scene|drawing)',
    ),
    evenOfDiagrams: true,
    says: 'Animations, videos and 3D can’t be drawn, so this is only your text. Steps can: “ball left -> ball right”.',
  },
  {
    asked: starts(
      '(?:photos?|photographs?|pictures?|images?|logos?|icons?|portraits?|paintings?|illustrations?|clip ?arts?|screenshots?|selfies?|wireframes?|mock-?ups?|floor ?plans?|blueprints?|Bild|Foto|imagen|dibujo)(?= (?:of|for|from|showing|with|von|de)|$)|smil(?:ey|ies)(?: faces?)?',
    ),
    says: 'Pictures, photos and logos can’t be drawn, so this is only their name. Boxes and notes can: “3 yellow sticky notes in a row”.',
  },
  {
    asked:
      /^(?:(?:please|draw|create|make|show|give)\s+)*(?:me\s+)?(?:an?\s+|the\s+)?(?:world |road |city |street )?map of (?!(?:the |our |my |a )?(?:\p{L}+ ){0,3}(?:system|stakeholders?|story|stories|ideas?|site|services?))/iu,
    says: 'Geographical maps can’t be drawn, so this is only your text. Name the places to get them as boxes: “Italy: Rome, Milan, Naples”.',
  },
  {
    asked:
      /^(?:please |can you |could you )*(?:write|compose|translate|summari[sz]e|rewrite|proofread|calculate|compute|solve|search|google|look up|send|remind|explain|tell me|schreibe?|übersetze)\s+(?!["“„«])/i,
    says: 'Texts can’t be written, translated or answered here, so this is only what you typed. Say what to draw: “mind map of bees: hive, queen, honey”.',
  },
  {
    asked:
      /^(?:how (?:many|much|old|far|long|tall|big)\b|(?:who|what|where|when|why|which|whose) (?:is|are|was|were|does|do|did|can|will|has|have)\b|(?:is|are|does|do|did|can|will|should) \p{L}+ .*\?$)(?!.*\n)/iu,
    says: 'Questions can’t be answered here, so this is only your text. To decide on one, write “Ready? yes -> Ship; no -> Fix”.',
  },
  {
    asked: /^[\d\s+\-*/×÷=().,^%√π<>]+$/,
    says: 'Formulas can’t be calculated, so this is only your text. Steps can be drawn: “measure -> add -> compare”.',
  },
];
