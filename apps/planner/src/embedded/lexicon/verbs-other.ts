import { spanishForms } from './conjugate.js';

/**
 * What people ask to do with files and Ordena cannot: to pack, print, send, share, protect them, or change what is in them.
 * Known so that none of it is taken for a slip of another verb, nor for a name.
 */
const SPANISH =
  'ar:encript,cifr,desencript,descifr,escane,rot,recort,cort,peg,bloque,desbloque,sincroniz,firm,repar,edit,fusion,combin,ejecut,instal,optimiz,grab,quem,public,etiquet,marc,adjunt,reenvi,compact,zipe,ocult ' +
  'ir:comprim,imprim,descomprim,compart,un,traduc,resum,reduc,convert subir suban subas ' +
  'proteger protege proteja protejas proteges convierte convierta conviertas sube sincronice sincronices publique';
const ENGLISH =
  'compress unzip decompress unpack uncompress encrypt decrypt protect print email mail upload download share sync synchronize synchronise convert translate summarize summarise merge combine scan crop resize rotate cut paste sign lock unlock hide unhide burn install run execute edit publish tag mark attach forward fax post shred';
const NOUNS = new Set('un uni unas unes una unos unamos unemos'.split(' '));

export const OTHER_VERBS: ReadonlySet<string> = new Set(
  [...spanishForms(SPANISH), ...ENGLISH.split(' ')].filter((word) => !NOUNS.has(word)),
);
