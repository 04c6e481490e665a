import { either } from './either.js';

/** How one thing out of several that were taken away is asked back; folded patterns. */

/** What begins so names nothing: it points back, at one or at all. */
export const NO_NAME = either(
  '(?:(?:the|el|la|lo|los|las) )?(?:last|first|latest|previous|second|ultim[oa]s?|primer[oa]?|segund[oa]|anterior)',
  'it|that|this|those|these|them|they|everything|all|both|him|her|i|we|you|please|just|only',
  'lo|eso|esto|todo|tod[oa]s|amb[oa]s|es[ao]s|est[ao]s|es[ea]|est[ea]|l[oa]s? que|ell[oa]s?|me|nos|solo',
);

/** With one of these something stays where it is, or may. */
export const LEAVES_OUT = 'but|except|menos|excepto|salvo|without|sin|not|no|nor|ni|if|si|or|o|unless|instead';

export const ITS_END = '[\\s,]*(?:please|por favor|porfa|thanks|gracias|ok|will you|again)?';

/** A question that orders. */
export const POLITELY_ASKED =
  /\b(?:can|could|would|will) you\b|\b(?:puedes|podrias|puede|podria)\b|\bme (?:l[oa]s? )?(?:devuelves|regresas|recuperas|traes|sacas)\b/;

const ONE_EN = '(?:(?:just|only) )?(?:it|that(?: one| file)?|this(?: one)?|them|those(?: ones)?)(?: only)?';
const OUT_EN = '(?:from|out of|off) the (?:trash|bin|recycle bin|trash can)';
const ASKED_EN = '(?:(?:please|can you|could you|would you|just|so|then|and|you can) )*';
const RESTORES_EN = 'restore|recover|undelete|rescue';

export const BACK_EN = {
  it: either(
    `${ASKED_EN}(?:bring|put|get|move|give|take|send)(?: me)? ${ONE_EN} (?:back|${OUT_EN})`,
    `${ASKED_EN}(?:${RESTORES_EN}) ${ONE_EN}(?: ${OUT_EN})?`,
  ),
  verb: `${ASKED_EN}(?:bring|put|get|move|take|send|give)(?: me)?(?: just| only)?`,
  back: `back(?: ${OUT_EN})?|${OUT_EN}`,
  verbBack: `${ASKED_EN}(?:${RESTORES_EN}|(?:bring|put|get|move) back)(?: just| only)?`,
} as const;

const OUT_ES = 'de vuelta|de (?:la |mi )?papelera|de la basura';
const ASKED_ES = '(?:(?:por favor|pues|asi que|entonces|solo|mejor|puedes|podrias) )*';
const GIVES_ES = '(?:devuelv[ea]|devolve(?:r)?|regresa(?:r)?|recupera(?:r)?|restaura(?:r)?|rescata(?:r)?)';

export const BACK_ES = {
  it: either(
    `${ASKED_ES}(?:${GIVES_ES}|trae)(?:me|nos)?l[oa]s?(?: solo)?(?: (?:${OUT_ES}))?`,
    `${ASKED_ES}(?:saca(?:r)?|pon)(?:me)?l[oa]s? (?:${OUT_ES})`,
    `${ASKED_ES}vuelve(?:me)?l[oa]s? a poner`,
    `${ASKED_ES}me l[oa]s? (?:devuelves|regresas|recuperas|traes de vuelta|puedes (?:devolver|regresar|recuperar))`,
  ),
  verb: `${ASKED_ES}(?:${GIVES_ES}(?:me|nos)?|me (?:devuelves|regresas|recuperas))(?: solo| solamente| nada mas)?`,
  verbOut: `${ASKED_ES}(?:saca|trae)(?:r)?(?:me|nos)?(?: solo| solamente)?`,
  back: OUT_ES,
} as const;

export const UNDO_ONLY =
  '(?:undo|revert|deshaz|deshace|revierte) (?:just|only|solo|solamente)(?: lo de| what you did (?:to|with))?';

export const NEEDED_EN =
  "(?:i|we)(?:'ll| will)?(?: still| actually| really| do| also| might)* (?:need|want|needed|wanted)(?: to keep)?";

const NEED_ES = 'necesito|necesitamos|quiero|queremos|ocupo|preciso';
const STILL_ES = '(?:(?:si(?: que)?|todavia|aun|tambien|en realidad) )*';

export const NEEDED_ES = {
  before: `${STILL_ES}(?:${NEED_ES}|me hace falta|me sirve)(?: todavia| aun)?`,
  behind: `${STILL_ES}(?:(?:l[oa]s?|me|nos) )?${STILL_ES}(?:${NEED_ES}|hacen? falta|sirven?)(?: todavia| aun)?`,
} as const;

export const SHOULD_GO_BACK_EN = either(
  '(?:should|must|needs? to|ha(?:s|ve) to|ought to) (?:go|be(?: put| moved)?|come) back',
  'should have stayed(?= (?:in|on))',
);

export const SHOULD_GO_BACK_ES = either(
  '(?:deben?|deberian?|tienen? que|tendrian? que) (?:volver|regresar)',
  'va(?:n)? de vuelta',
);

/** "the invoice you just deleted": which job it was, and no part of its name. */
export const DONE_TO_IT =
  /\s+(?:(?:that\s+)?(?:i|you|we)\s+(?:have\s+|had\s+)?(?:just\s+)?(?:deleted|trashed|removed|binned|moved)|que\s+(?:acab\p{L}+\s+de\s+)?(?:borr|elimin|quit|mov|mand)\p{L}+)$/iu;

/** Of what a thing is said to be, these words are in no name. */
export const SAID_OF_FILES = new Set(
  'file files document documents one ones called named archivo archivos fichero ficheros documento documentos the my our el la los las mi mis un una a an de del of que se llama llamado llamada'.split(
    ' ',
  ),
);
