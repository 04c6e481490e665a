import type { Act } from './acts.js';
import { WHICH_SPEAKS } from './mentions.js';
import { BEFORE, PLACE_BACK } from './undo.js';

export interface Opening {
  readonly act: Act;
  readonly pattern: string;
}

const THEM =
  '(?: ?(?:~l[oa]s?|them|it|everything|things|todo|todos|todas|los archivos|las cosas|the files|those|these|all|all of them|that|~me|eso))*';
const RESTORE =
  '(?:recupera|recuperar|recupere|recuperes|restaura|restaurar|restaure|rescata|rescatar|restore|recover|undelete)(?: ?~me)?';
const DELETED_ES =
  '(?:borrad[oa]s?|(?:acab(?:o|as|amos) de (?:borrar|eliminar|tirar))|borre|borraste|elimine|eliminaste|tire|tiraste)';
const PAST =
  '(?:has hecho|hiciste|hicimos|se hizo|se ha hecho|se hicieron|moviste|borraste|borre|he borrado|elimine|he eliminado|movi|he movido|he hecho|cambiaste|cambio|did i (?:move|change|delete|trash)|have i (?:moved|changed|deleted|trashed)|did you do|have you done|did you (?:move|change|delete)|you did|you have done|was done|has been done|did we do|happened|changed|paso)';
/** "¿cuántas has copiado?": the history says it. */
const PAST_COUNTED =
  '(?:(?:se )?(?:has|ha|han|hemos)(?: sido)? (?:copiad|movid|borrad|eliminad|renombrad|cambiad|pasad|tirad)[oa]s?|copiaste|moviste|borraste|eliminaste|pasaste|renombraste|cambiaste|(?:did|have) you (?:just )?(?:copy|copied|move|moved|delete|deleted|remove|removed|rename|renamed|trash|trashed|bin|binned|change|changed)|(?:were|have been|got) (?:copied|moved|deleted|renamed|trashed|changed))';
const TRASHED_BY_YOU =
  '(?:has |se ha |hemos )(?:borrado|eliminado|tirado)|(?:have|did) you (?:deleted?|trashed?|thrown away|throw away)|you (?:have )?(?:deleted|trashed)';
/** "¿qué se ha modificado esta semana?": of a time, or it asks what Ordena did. */
const TOUCHED_WHEN =
  '(?= (?:modific|descarg|cre[ao]|guard|edit|cambi|anad|agreg|modified|downloaded|created|saved|edited|changed|updated|added)\\S*(?: .*)? ' +
  '(?:today|yesterday|hoy|ayer|anteayer|(?:last|past|this|since|ultim[oa]s?|est[ae]|desde|hace|recent|lately) ?.*)\\b)';
const TRASH = '(?:papelera(?: de reciclaje)?|trash(?: can)?|recycle bin|bin)';
const LAST =
  '(?: (?:today|yesterday|hoy|ayer|esta semana|this week|before|antes|recientemente|ultimamente|lately|recently|so far|hasta ahora|con mis archivos|to my files|with my files|last))*';
const TELL =
  '(?:ver |saber |dime |decime |tell me |(?:quiero|quisiera|necesito|me gustaria) (?:ver|saber) |i (?:want|need|would like) to (?:know|see) |let me see |(?:could|can|would) you (?:please |kindly )?(?:tell|show) me (?:please )?|me (?:puedes|podrias|puede|podria) decir (?:por favor )?|quiero saber |quisiera saber |me dices |sabes |do you know |let me know |a ver |(?:check|see|find out|verify|look) (?:if|whether) |(?:fija ?~?te|fijate|mira|revisa|comprueba|checa|verifica|ve|averigua|chequea)(?: si)? |show me |muestrame |muestra ~me |di ~me )?';
const HOLDS =
  '(?:is left|are left|is still|are still|left|remains|queda|quedan|quedo|sobra|hay|tengo|tenemos|contiene|tiene|encuentras|ves|esta guardado|estan|esta|es lo que hay|es lo que tengo|do i have|do we have|is there|are there|is|are|have i got|do you see|kind of)(?: guardad[oa]s?| stored| saved)?';

/** Ways to ask that are whole phrases; folded patterns, tried at the start of a clause, before verbs. */
export const OPENINGS: readonly Opening[] = [
  {
    act: 'trashed',
    pattern: `${TELL}(?:(?:que|what|which)(?: (?:cosas|archivos|things|files))? (?:${TRASHED_BY_YOU})|(?:que (?:cosas |archivos )?(?:hay|tengo|tienes|queda|esta)|what(?: is|'s|s| do i have| do you have| files are| things are)?) (?:en|in) (?:la |mi |the |my )?${TRASH})(?=[\\s?.!]*$)`,
  },
  {
    act: 'undo',
    pattern: `${RESTORE} (?:lo (?:que )?${DELETED_ES}|l[oa]s? (?:archivos?|ficheros?|cosas?|carpetas?|documentos?|fotos?) que ${DELETED_ES}|(?:what|everything|all|the (?:files?|things?|folders?|ones?)) ?(?:that )?(?:i|you|we) (?:have |had )?(?:just )?(?:deleted|trashed|removed|binned))`,
  },
  {
    act: 'undo',
    pattern: `(?:${RESTORE}|saca|sacar|sacame|get|take|bring|pull|fetch)(?: ?(?:~me|~l[oa]s?|it|them|that|those|everything))*(?: back)?(?: (?:de|from|out of|off) (?:la |el |the )?(?:papelera|basura|trash|bin|rubbish|recycle bin))|(?:get|bring)(?: (?:it|them|that|those)) back`,
  },
  {
    act: 'undo',
    pattern: `(?:no,? ?)?(?:pon|pone|poner|deja|dejar|dejalo|deje|put|leave|vuelve|volve|volver|regresa|devuelve|restaura|set)${THEM} (?:a )?${BEFORE}|como estab?an?(?: todo)?(?: antes)?`,
  },
  {
    act: 'undo',
    pattern: `(?:devuelve|devolve|devolver|devuelva|devuelvas|regresa|regresar|regrese|regreses|retorna|restaura|restaurar|vuelve a poner|vuelve|put|move|bring|return|send|restore|pon|pone)${THEM} ${PLACE_BACK}|(?:vuelve|volve|volver|vuelvas|vuelva)(?: ~l[oa]s?)? a (?:poner|dejar|meter|colocar|llevar|mover|pasar)${THEM} (?:${PLACE_BACK}|${BEFORE})|(?:devuelve|regresa|regrese|restaura|recupera|return|restore)(?: ?~me)?(?: (?:~l[oa]s?|them|it|todo|everything|all))+(?! (?:a|al|to|into|in|en) )`,
  },
  {
    act: 'undo',
    pattern:
      '(?:vuelve|volve|volver|regresa|ve|go|dale|marcha) (?:atras|back(?: one step)?|para atras|hacia atras)(?: (?:lo que (?:hiciste|has hecho)|con eso|el (?:ultimo )?cambio|what you did))?|a como estaba(?: antes)?|me arrepenti|me equivoque|i changed my mind|(?:no,? ?)?(?:that was|fue|eso fue|era) (?:a mistake|un error|wrong)|(?:ctrl|control) ?\\+? ?z|(?:(?:cancela|anula|quita|cancel|reverse)(?= .*(?:ultim|hici|did|cambi|chang|anterior|accion|action|movimiento|that|eso|last))|deshaz|deshace|deshacer|deshaga|deshagas|revierte|revertir|reverti|rehaz atras|undo|undoing|revert|take(?= (?:that|it|this) back)|roll(?: back)?(?= |$)|rollback)(?: ?(?:~lo|~l[oa]s?|the|lo|el|la|los|my|your|tus?|mis?))? ?(?:~l[oa]s?|lo|la|organizacion|orden|reorganizacion|copia|mudanza|renombrado|borrado|limpieza|clasificacion|sorting|copy|rename|renaming|deletion|organi[sz]ation|tidying|back|what|just|only|solo|solamente|this|that|it|eso|esto|esa|ese|todo|everything|all|of|the|los|las|both|ultim[oa]s?|anterior|that you did|que (?:hiciste|acabas de hacer|has hecho)|cambios?|accion(?:es)?|movimientos?|last|latest|first|primer[oa]s?|dos|tres|two|three|both|ambos|ambas|cosas?|borrado|deletion|things?|ones?|change|changes|action|move|operation|step| )+(?:(?:you|we) (?:did|made)|hecho|que hiciste)?|recupera(?: ~me)? lo ultimo|recupera(?: ?~l[oa]s?)?|undelete(?: (?:it|them))?',
  },
  {
    act: 'redo',
    pattern:
      'vuelve a hacer(?: ~lo)?|(?:haz|hace) ~lo (?:otra vez|de nuevo)|do it again|(?:rehaz|rehace)(?: ~lo)?|deshaz el deshacer|undo the undo',
  },
  {
    act: 'list',
    pattern: `${TELL}(?:que|cuales|what|which)(?: (?:cosas|things))?(?: (?:se|ha|han|sido|has|have|is|are|was|were|been))+${TOUCHED_WHEN}`,
  },
  {
    act: 'done',
    pattern: `${TELL}(?:y |and )?(?:que|cual(?:es)?|which|what)(?: (?:ones?|(?:of|de) (?:them|those|these|ell[oa]s|es[oa]s)|archivos?|ficheros?|fotos?|files?|photos?|pictures?|things?|cosas?))? (?:have been |got )?${PAST_COUNTED}(?: (?:exactly|exactamente|ahora|now|just now|recien))?(?=[\\s?.!]*$)`,
  },
  {
    act: 'history',
    pattern: `${TELL}(?:cuant[oa]s|how many)(?: (?:archivos|cosas|files|things))? ${PAST_COUNTED}(?=[\\s?.!]*$)|${TELL}(?:que|cuales|what|which)(?: (?:cosas|cambios|things|changes))?(?: (?:fue(?:ron)?|es) lo(?: ultimo)? que)? ${PAST}${LAST}|(?:(?:muestra|mostra|ver|da|ensena|dame|show|see|give|list|lista|dime)(?: ?(?:~me|me))? )?(?:el |mi |tu |the |my |your )?(?:historial|history|registro de (?:cambios|acciones)|activity log|log of changes|actividad reciente|ultimos cambios|recent changes|last changes|cambios recientes|lo que (?:hiciste|has hecho)|what you(?:'ve)? (?:did|done))(?: de (?:hoy|cambios|acciones|ayer))?(?: today| yesterday| hoy)?`,
  },
  { act: 'find', pattern: `${TELL}${WHICH_SPEAKS}` },
  {
    act: 'list',
    pattern: `${TELL}que(?= (?:(?:he|me) )*(?:baje|bajado|descargue|descargado|guarde|guardado|modifique|modificado|edite|cree|recibi)\\b)`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:what|which)(?= (?:(?:files|photos|pictures|documents|things|videos|pdfs|stuff) )?(?:did|have) i (?:download|sav|chang|modif|edit|creat|take|taken|receiv|add|open))`,
  },
  {
    act: 'count',
    pattern: `${TELL}(?:cuant[oa]s|how many|(?:cual es )?(?:el |que )(?:numero|cantidad) de|la cantidad de|(?:what is |what's )?the number of|number of)|(?:conta|contame|cuenta)(?: ~me)? cuant[oa]s`,
  },
  {
    act: 'free',
    pattern: `${TELL}(?:cuanto espacio (?:libre|disponible)|cuanto espacio (?:me )?(?:queda|sobra|tengo libre)|how much (?:free |available )?(?:space|room|storage) (?:is|do i have) (?:free|left|available)|how much free (?:space|room|storage)|(?:free|available) (?:disk )?space|espacio (?:libre|disponible))(?: (?:tengo|queda|hay|me queda|do i have|is there|is left|libre))?(?: (?:en|on) (?:el |la |the |my |mi )?(?:disco|disk|disco duro|hard drive|compu|computadora|pc|computer))?`,
  },
  {
    act: 'size',
    pattern: `${TELL}(?:(?:en )?cuanto (?:espacio )?(?:(?:se )?(?:ocupan?|pesan?|miden?|mide|toman?|usan?|suman?|gastan?)|me (?:ocupan?|quitan?)|estan ocupando|esta ocupando)(?: en total| en disco)?(?: de espacio)?|cuanto espacio|how much (?:space|disk space|room|storage)(?: (?:do|does|is|are))?|how (?:big|large|heavy) (?:is|are)|what(?: is|'s|s)? the (?:total )?size of|what size (?:is|are)|que (?:tamano|peso) tienen?|que tan (?:grandes?|pesad[oa]s?) (?:es|son|esta|estan)|(?:(?:cual es )?el )?(?:tamano|peso)(?: total)? (?:de|del)|(?:the )?(?:total )?size of)`,
  },
  {
    act: 'duplicates',
    pattern: `${TELL}(?:(?:si )?(?:hay|tengo)|busca|buscar|encuentra|muestra|ver|lista|find|show|list|are there|do i have|check for|look for|search for|detecta|which|cuales)?(?: ?(?:~me|me|any|algun(?:os)?|algunas|los|las|all|the|files are|son los|mis|my))* ?(?:(?:archivos?|ficheros?|fotos?|imagenes|documentos?|files?|photos?|pictures?|images?|documents?) (?:que estan |que esten |that are )?)?(?:duplicad[oa]s|repetid[oa]s|duplicates|duplicate(?= (?:files?|photos?|pictures?|documents?|images?|ones?)\\b)|repeated|identical|dobles|identic[oa]s)(?: (?:files?|photos?|pictures?|documents?|images?|ones))?`,
  },
  {
    act: 'machines',
    pattern:
      '(?:que|cuales|which|what)(?: son las| are the| son mis)? (?:maquinas?|computadoras?|compus?|pcs?|equipos?|ordenadores|computers?|machines?)(?: (?:hay|tengo|estan?|tienes|are|do i have|can you (?:see|use)|there|connected|online|conectad[oa]s|disponibles|available|encendid[oa]s|ves|puedes ver|on))*|(?:lista|muestra|list|show)(?: ~me| me)? (?:las|mis|the|my|all my) (?:maquinas|computadoras|compus|pcs|equipos|computers|machines)',
  },
  {
    act: 'places',
    pattern:
      '(?:que|cuales|which|what)(?: son las)? (?:carpetas|lugares|folders|places)(?: (?:puedes|podes|can you) (?:ver|usar|tocar|see|use|touch|reach|access|manejar)| compartes?| tienes acceso| do you have access to| are shared)|(?:a que|what) (?:carpetas|folders) (?:tienes|tenes|do you have) acces[os]?(?: to)?',
  },
  {
    act: 'find',
    pattern: `${TELL}(?:(?:a |en )?donde (?:esta|estan|quedo|quedaron|(?:~l[oa]s? )?(?:pusiste|dejaste|moviste|mandaste|metiste)|(?:se )?fueron(?: a parar)?|tengo|guarde|deje|puse|se encuentran?|anda|andan|habre dejado|habre puesto|tengo guardad[oa]s?)|en que carpeta (?:esta|estan|tengo|guarde|quedo|quedaron|deje|puse)|(?:no (?:encuentro(?! nada)|hallo(?! nada)|veo(?! nada)|se donde (?:esta|estan|quedo))|i can(?:'?t| not) find(?! (?:anything|a thing|stuff))|cannot find|i(?:'ve)? lost|perdi|se me perdio)|where(?:abouts)?(?: is| are|'s|s| did (?:i|you) (?:put|save|leave|move)| did (?:it|they) (?:go|end up)(?=[\\s?.!]*$)| (?:do|have) i (?:have|put|saved?|left|kept|got)| can i find| i (?:put|saved|left|kept|have))|in which folder (?:is|are)|where(?= (?:(?:the|my|our|all) )?(?:[^\\s,.;]+ ){1,4}(?:is|are)[\\s?.!]*$))`,
  },
  {
    act: 'read',
    pattern: `${TELL}(?:y )?(?:que|what) (?:dice|pone|hay escrito|is written|does it say) (?:dentro|adentro|ahi(?: dentro)?|inside|in it|in there)(?=[\\s?.!]*$)|${TELL}(?:que|what) (?:dice|pone|says|esta escrito|hay escrito)(?: en)?|(?:(?:da|di|lee|muestra|ensena)(?: ?~me)? )?lo que (?:dice|diga|pone|ponga|esta escrito|hay escrito)(?: (?:en|la nota|el archivo|el documento|the file|dentro de))*|what is written (?:in|inside)|${TELL}(?:what|lo que|que)(?= .+ (?:says?|contains?|dice|pone|contiene)[\\s.?!]*$)|what does(?= .+ (?:say|contain))|what's written in|what is written in`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:cual(?:es)?|que|quienes|which(?: ones)?|what) (?:es|son|eran|fueron|is it|are they|are those|were they)(?=[\\s?.!]*$)`,
  },
  { act: 'list', pattern: `${TELL}what(?:'s|s| is| do i have| i have| are)?(?= (?:on|in|inside)(?: |$))` },
  {
    act: 'list',
    pattern: `${TELL}(?:cual(?:es)?|which|what|que)(?: (?:archivos?|files?|carpetas?|fotos?|folders?|photos?|documentos?|documents?|videos?|ones?)|'s|s)?(?:'s)?(?: (?:es|son|fue|is|are|was|takes?|ocupan?|pesan?))?(?= (?:(?:el|la|los|las|the|my|mis?|up) )*(?:\\S+ ){0,4}?(?:mas|menos|ultim[oa]s?|latest|largest|biggest|newest|oldest|smallest|last|heaviest|most)\\b)`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:que|what(?:'s|s)?|which)(?: (?:archivos|cosas|documentos|ficheros|files|things|stuff))? ?${HOLDS}`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:que|cuales|which|what)(?= (?:\\S+ ){1,4}?(?:hay|tengo|tenemos|estan|esta|do i have|do we have|are|is|have|did i|i have)\\b)`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:que|cuales|which|what)(?= (?:archivos|ficheros|documentos|fotos|cosas|carpetas|videos|pdfs?|files|documents|photos|pictures|folders|things)(?: \\S+){0,3} (?:se (?:han |ha )?|han sido |have been |has been |he |i |did i |have i |were |was )?(?:son\\b|are\\b|modific|modif|descarg|cre[eo]|baj|guard|edit|sub|recib|cambi|pes|ocup|teng|tien|contien|mencion|empie|termin|modified|changed|downloaded|created|saved|added|mention|contain|start|end|weigh|take)\\S*)`,
  },
  {
    act: 'find',
    pattern: `${TELL}(?:si )?(?:do i have|have i got|got|have|is there|are there|there is|there are|existen?)(?: (?:any|alguna?|algun|algunos|algunas|un|una))?`,
  },
  {
    act: 'list',
    pattern: `${TELL}(?:y |and )?(?:cual(?:es)?|which)(?: ones?)?(?= (?:(?:of|de) (?:them|those|these|ell[oa]s|es[oa]s) )?(?:empi|comien|inici|termin|acab|contien|tien|llev|start|begin|end|contain|have|has)[a-z]* )`,
  },
  {
    act: 'help',
    pattern:
      '(?:que|what) (?:mas |else )?(?:cosas )?(?:puedes|podes|puede|sabes|can you|could you|are you able to) (?:hacer|do)(?: por mi| for me)?|ayuda(?: ~me)?(?=[.!?]*$)|help(?: me)?(?=[.!?]*$)|como (?:funcionas?|te uso|funciona esto)|how (?:do you|does this) work|what are you|quien eres|who are you|que eres|comandos|commands|ejemplos|examples',
  },
  {
    act: 'thanks',
    pattern:
      '(?:muchas |muchisimas |mil )?gracias(?: por todo)?(?=[.!]*$)|thanks?(?: you| a lot| so much)*(?=[.!]*$)|thx|perfecto,? ?gracias|ok,? ?gracias|(?:perfecto|genial|great|excelente|buenisimo|awesome)(?=[.!]*$)',
  },
  {
    act: 'hello',
    pattern:
      '(?:hola+|holi+|buenas(?: tardes| noches)?|buenos dias|buen dia|hello|hi|hey there|hey|good (?:morning|afternoon|evening)|que tal|how are you)(?=[.!?]*$)',
  },
  {
    act: 'unable',
    pattern:
      '(?:vacia|vaciar|limpia|empty|clear|clean)(?: ?~me)? ?(?:la |the |out the |out |my )?(?:papelera|basura|trash(?: can)?|recycle bin|bin)(?: de reciclaje)?|(?:borra|elimina|delete|erase)\\S* .{0,60}(?:para siempre|definitivamente|permanentemente|permanently|forever|sin pasar por la papelera)',
  },
];
