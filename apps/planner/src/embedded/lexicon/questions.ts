import type { Act } from './acts.js';

export interface Opening {
  readonly act: Act;
  readonly pattern: string;
  /** A reading that comes with the words: which end of which order. */
  readonly sort?: 'size' | 'modified';
}

/** Ways to ask that need no verb of file work; folded patterns, tried before verbs. */
export const OPENINGS: readonly Opening[] = [
  {
    act: 'undo',
    pattern:
      '(?:ponl[oa]s?|ponel[oa]s?|dejal[oa]s?|pon todo|pone todo|deja todo|deja(?:me)? las cosas|put (?:it|them|everything|things)(?: all)?(?: back)?|leave (?:it|everything|them)) (?:all )?(?:como (?:estab?an?|antes|estaba todo|al principio|estaba antes)|(?:back )?(?:the way|how|like|as) (?:it|they|things) (?:was|were)|back)(?: antes| before)?',
  },
  {
    act: 'undo',
    pattern:
      '(?:devuelve|devolve|devolver|regresa|regrese|vuelve|retorna|restaura|put|move|bring|return|send|restore)(?:~?(?:l[oa]s?| them| it| everything| todo| todos?| los archivos| the files| all(?: of them)?|me| ))* ?(?:a su (?:sitio|lugar|carpeta|ubicacion)(?: original| anterior| de antes)?|a donde estab?an?|(?:a )?donde estab?an?(?: antes)?|back(?: (?:where|to where|how) (?:it|they) (?:was|were|came from|belongs?|belonged)(?: before)?)?|to (?:where (?:it|they) (?:was|were)(?: before)?|(?:its|their) (?:original|old|previous) (?:places?|locations?|folders?|spots?)))',
  },
  {
    act: 'undo',
    pattern:
      '(?:vuelve|volve|volver|regresa|ve|go|dale|marcha) (?:a (?:como|lo que) (?:estaba|habia)(?: antes| todo)?|atras|back(?: one step)?|para atras|hacia atras)|como estaba antes|me arrepenti|me equivoque|i changed my mind|(?:no,? )?(?:that was|fue|era) (?:a mistake|un error|wrong)|(?:ctrl|control) ?\\+? ?z|cancela lo (?:ultimo|anterior|que hiciste)|cancel (?:that|the last (?:thing|one|change|action))|quiero deshacer|recupera(?:me)? lo (?:que )?(?:borraste|borrado|ultimo|eliminaste)|saca(?:lo|los)? de la papelera|restaura(?:lo|los|r)?(?: lo (?:ultimo|que borraste))?|restore (?:it|them|that|what you (?:deleted|trashed))' +
      '|recupera(?:~l[oa]s?)?',
  },
  {
    act: 'redo',
    pattern: 'vuelve a hacer~?lo|hazlo (?:otra vez|de nuevo)|do it again|rehaz~?lo|deshaz el deshacer|undo the undo',
  },
  {
    act: 'history',
    pattern:
      '(?:que|cuales|what|which) (?:cosas |cambios |things |changes )?(?:fue(?:ron)? lo (?:ultimo )?que )?(?:has hecho|hiciste|hicimos|se hizo|se ha hecho|se hicieron|moviste|borraste|cambiaste|did you do|have you done|did you (?:move|change|delete)|you did|was done|did we do|have we done|happened)(?: hasta ahora| so far| lately| recently| ultimamente)?(?: (?:today|yesterday|hoy|ayer|esta semana|this week|before|antes|recientemente|con mis archivos|to my files|with my files))*',
  },
  {
    act: 'history',
    pattern:
      '(?:(?:muestra(?:me)?|mostra(?:me)?|ver|dame|ensena(?:me)?|show(?: me)?|see|give me|list|lista|dime) )?(?:~?me )?(?:el |mi |tu |the |my |your )?(?:historial|history|registro de (?:cambios|acciones)|activity log|log of changes|actividad|ultimos cambios|recent changes|last changes|cambios recientes|lo que (?:hiciste|has hecho)|what you did)(?: de (?:hoy|cambios|acciones|ayer))?(?: today| yesterday| hoy)?',
  },
  {
    act: 'count',
    pattern:
      '(?:dime |saber |quiero saber |tell me |do you know |sabes )?(?:cuant[oa]s|how many|(?:el |que )?(?:numero|cantidad) de|the number of|number of)',
  },
  {
    act: 'size',
    pattern:
      "(?:dime |quiero saber |tell me )?(?:cuanto (?:espacio )?(?:ocupan?|pesan?|miden?|mide|estan ocupando|esta ocupando|usan?|suman?)(?: en total)?(?: de espacio)?|cuanto espacio|how much (?:space|disk space|room|storage)(?: (?:do|does|is|are))?|how (?:big|large|heavy) (?:is|are)|what(?: is|'s|s)? the (?:total )?size of|what size (?:is|are)|que (?:tamano|peso) tienen?|que tan (?:grande|pesad[oa]s?)s? (?:es|son|esta)|(?:el )?(?:tamano|peso)(?: total)? (?:de|del)|(?:the )?(?:total )?size of|cual es el (?:tamano|peso)(?: total)? (?:de|del))",
  },
  {
    act: 'duplicates',
    pattern:
      '(?:dime (?:si )?|busca(?:me)? |encuentra |hay |tengo |muestra(?:me)? |ver |lista |find |show(?: me)? |list |are there |do i have |check for |look for |search for |detecta )?(?:~?me )?(?:a |any |algun(?:os)? |los |las |all |the |si (?:hay|tengo) )*(?:(?:archivos?|ficheros?|fotos?|documentos?|files?) )?(?:duplicad[oa]s|repetid[oa]s|duplicates?(?: (?:files?|photos?|pictures?|documents?))?|repeated files|identical files|same file twice)',
  },
  {
    act: 'find',
    pattern:
      "(?:(?:en )?d[o0]nde (?:esta|estan|quedo|quedaron|tengo|guarde|deje|puse|se encuentra|anda|habre dejado|habre puesto)|where(?: is| are|'s|s| did i (?:put|save|leave)| do i have| can i find))",
  },
  {
    act: 'list',
    pattern: "(?:tell me |show me |see |list )?what(?:'s|s| is| do i have| i have| are)?(?= (?:on|in|inside)(?: |$))",
  },
  {
    act: 'list',
    pattern:
      "(?:dime |muestra(?:me)? |tell me |show me |a ver )?(?:que|what(?:'s|s)?|which)(?: (?:archivos|cosas|carpetas|documentos|ficheros|files|folders|things|stuff))? ?(?:hay|tengo|tenemos|contiene|tiene|encuentras|ves|esta guardado|esta|estan|es lo que hay|do i have|do we have|is there|are there|is|are|have i got|does|kind of)(?: guardad[oa]s?| guardado| stored| saved)?",
  },
  {
    act: 'find',
    pattern:
      '(?:do i have|have i got|is there|are there|hay|tengo|existe|existen) (?:any |alguna? |algun |algunos |algunas |a |an |un |una )?',
  },
  {
    act: 'machines',
    pattern:
      '(?:que|cuales|which|what)(?: son las| are the)? (?:maquinas?|computadoras?|compus?|pcs?|equipos?|ordenadores|computers?|machines?)(?: (?:hay|tengo|estan|tienes|are|do i have|can you (?:see|use)|there|connected|online|conectad[oa]s|disponibles|available|encendid[oa]s|ves|puedes ver))*|(?:lista|muestra(?:me)?|list|show(?: me)?)(?: ~?me)? (?:las|mis|the|my|all my) (?:maquinas|computadoras|compus|pcs|equipos|computers|machines)',
  },
  {
    act: 'places',
    pattern:
      '(?:que|cuales|which|what)(?: son las)? (?:carpetas|lugares|folders|places)(?: (?:puedes|podes|can you) (?:ver|usar|tocar|see|use|touch|reach|access|manejar)| compartes?| tienes acceso| do you have access to| are shared)(?: .*)?|(?:a que|what) (?:carpetas|folders) (?:tienes|tenes|do you have) acces[os]?(?: to)?',
  },
  {
    act: 'help',
    pattern:
      '(?:que|what) (?:mas |else )?(?:puedes|podes|puede|sabes|can you|could you|are you able to) (?:hacer|do)(?: por mi| for me)?|ayuda(?:me)?|help(?: me)?|como (?:funcionas?|te uso|funciona esto)|how (?:do you|does this) work|what are you|quien eres|who are you|que eres|comandos|commands|ejemplos|examples',
  },
  {
    act: 'thanks',
    pattern:
      '(?:muchas |muchisimas |mil )?gracias(?: por todo)?|thanks?(?: you| a lot| so much)*|thx|perfecto gracias|ok gracias|perfecto|genial|great|excelente|buenisimo|awesome',
  },
  {
    act: 'hello',
    pattern:
      'hola+|holi+|buenas(?: tardes| noches)?|buenos dias|buen dia|hello|hi|hey there|good (?:morning|afternoon|evening)|que tal|how are you',
  },
  {
    act: 'unable',
    pattern:
      '(?:vacia|vaciar|limpia|empty|clear|clean)(?:~?me)? (?:la |the |out the )?(?:papelera|basura|trash(?: can)?|recycle bin|bin)|(?:borra|elimina|delete|erase)\\S* .{0,60}(?:para siempre|definitivamente|permanentemente|permanently|forever|sin pasar por la papelera)',
  },
];
