/** Where in a name a part of it goes; folded pattern. */
export const IN_NAMES =
  'prefijo|prefix|sufijo|suffix|delante|detras|in front|before|after|antes|despues|al (?:principio|inicio|final|comienzo)|at the (?:start|end|beginning|front)';
