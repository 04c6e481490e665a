/** Words of taking back: how it was, where it was, and which of the jobs; folded patterns. */

export const BEFORE =
  '(?:como|the way|how|like|as) (?:estab?an?|it was|they were|things were|everything was|habia|era|eran|lo tenia|los tenia|los encontraste|antes|before)(?: todo)?(?: antes| al principio| before| originally)?';

export const PLACE_BACK =
  '(?:a su (?:sitio|lugar|carpeta|ubicacion|puesto)(?: original| anterior| de antes| de origen)?|a sus (?:sitios|lugares|carpetas)(?: originales| anteriores)?|(?:a )?(?:donde|el lugar donde) (?:estab?an?|(?:l[oa]s? )?(?:tenia|saque|sacaste))(?: antes)?|al? (?:lugar|sitio|carpeta) original|back(?! (?:to|into|in|on|onto|inside) (?!where|how))(?: (?:to )?(?:where|how|the way|as|like) (?:it|they|everything|things) (?:was|were|came from|belongs?|belonged)(?: before)?)?|back (?:to|in|into) (?:the|its|their) (?:original|old|previous) (?:places?|locations?|folders?|spots?)|(?:to )?where (?:it|they) (?:was|were|came from)(?: before)?|to (?:its|their) (?:original|old|previous) (?:places?|locations?|folders?|spots?))';

/** After something was taken back: the job before it as well. */
export const ONE_BEFORE =
  '(?:y |and |also |tambien )?(?:also |tambien )?(?:(?:el|la|lo|the)(?: cambio| job| change| move)? (?:anterior|de antes|previo|previous(?: one| change| move| job)?|(?:one|change|move) before(?: that| it)?|before that)|(?:el|la) otr[oa]|the other(?: one)?)(?: (?:tambien|too|as well|a ese|a eso))?';

/** "lo de mover los jpg": the doing that is to be taken back. */
export const DOING =
  '(?:lo de |the |eso de |that |el |la )?(?:haber )?(?:mover|copiar|borrar|eliminar|renombrar|pasar|movimiento|copia|borrado|moving|copying|deleting|renaming|trashing|move|copy|deletion|rename)(?: (?:de|of))?';
