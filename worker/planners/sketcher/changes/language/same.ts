/** Source of a pattern for what asks for the change before it once more: "do the same for …". */
export const SAME =
  '(?:(?:and\\s+)?(?:(?:do|make)\\s+)?(?:(?:exactly\\s+)?the\\s+same|likewise|ditto)(?:\\s+thing)?\\s+(?:for|with|to)|(?:mach\\s+)?(?:das\\s+gleiche|dasselbe)\\s+(?:mit|für|bei)|(?:fais\\s+)?(?:la\\s+même\\s+chose|pareil)\\s+(?:pour|avec)|(?:haz\\s+)?lo\\s+mismo\\s+(?:con|para))\\s+';
