import { spanishForms } from './conjugate.js';
import { either } from './either.js';

/**
 * What people ask to do with files and Ordena cannot: to pack, print, send, share, protect them, or change what is in them.
 * Known so that none of it is taken for a slip of another verb, nor for a name.
 */
const SPANISH =
  'ar:encript,cifr,desencript,descifr,escane,rot,recort,cort,peg,bloque,desbloque,sincroniz,firm,repar,edit,fusion,combin,ejecut,instal,optimiz,grab,quem,public,etiquet,marc,adjunt,reenvi,compact,zipe,ocult,entreg ' +
  'ir:comprim,imprim,descomprim,compart,un,traduc,resum,reduc,convert,reproduc subir suban subas ' +
  'proteger protege proteja protejas proteges convierte convierta conviertas sube sincronice sincronices publique';
const ENGLISH =
  'compress unzip decompress unpack uncompress encrypt decrypt protect print email mail upload download share sync synchronize synchronise convert translate summarize summarise merge combine scan crop resize rotate cut paste sign lock unlock hide unhide burn install run execute edit publish tag mark attach forward fax post shred hand deliver play';
const NOUNS = new Set('un uni unas unes una unos unamos unemos'.split(' '));

export const OTHER_VERBS: ReadonlySet<string> = new Set(
  [...spanishForms(SPANISH), ...ENGLISH.split(' ')].filter((word) => !NOUNS.has(word)),
);

const PUT_ES = '(?:pon|pone|ponga|poner|coloca|dale|da|quita|cambia)(?: ~?(?:le|les|me))?';
const PUT_EN = '(?:put|set|add|change|remove|take|turn|give (?:it|them))(?: (?:on|up|off))?';
const A = '(?: (?:un|una|el|la|a|an|the|some|my|mi|algo de|un poco de))?';
const LOCKS = 'contrasena|clave|candado|password|passcode|lock|watermark|marca de agua';
const ALARMS =
  'alarma|recordatorio|temporizador|alarm|reminder|timer|volumen|volume|brillo|brightness|fondo de pantalla|wallpaper';
const TUNES = 'musica|cancion|radio|music|tunes|song';
const ENDS = '(?=\\s*(?:$|[.,;!?]|de fondo|por favor|porfa|please|para|for|while|mientras))';

/** "Pon música", "put a password on": a verb of ours with what we do not do. */
export const OTHER_PHRASES = either(
  `(?:${PUT_ES}|${PUT_EN})${A} (?:${LOCKS}|${ALARMS})`,
  `(?:${PUT_ES}|${PUT_EN})${A} (?:${TUNES})${ENDS}`,
  '(?:give|hand)(?! me)(?= [^,.;]{1,60}? to (?:the|my|our|his|her|[a-z]+)[ .,!?]?)',
  '(?:da|dale)(?: ~les?)?(?= (?!el nombre)(?:el|la|los|las|mis|es[oa]s|est[oa]s) [^,.;]{1,60}? al? )',
);
