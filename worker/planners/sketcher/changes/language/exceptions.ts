/** Source of a pattern for what leads an exception in. */
export const EXCEPT_WORDS =
  '(?:but\\s+)?(?:except(?:ing)?(?:\\s+for)?|excluding|apart from|aside from|other than|with the exception of)|but not|but|außer|bis auf|ausgenommen|sauf|à part|excepto|salvo|menos';

/** Where an exception begins: "all cards except Review". */
export const EXCEPT = new RegExp(`,?\\s(?:${EXCEPT_WORDS})\\s+`, 'i');
