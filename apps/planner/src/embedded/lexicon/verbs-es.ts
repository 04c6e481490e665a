import type { VerbSense } from './acts.js';
import { spanishForms } from './conjugate.js';

type Table = readonly [VerbSense['act'], string, Omit<VerbSense, 'act' | 'words'>?];

/** Spanish verbs of file work by what they ask for. `ar:pas` is every form of pasar; `_` is a space. */
const TABLE: readonly Table[] = [
  ['copy', 'ar:copi,duplic,respald,clon dupliques duplique', { puts: true }],
  [
    'copy',
    'haz_una_copia haz_copia hace_una_copia hacer_una_copia haga_una_copia hagas_una_copia saca_una_copia saca_copia sacar_una_copia crea_una_copia deja_una_copia pon_una_copia guarda_una_copia haz_copias haz_un_respaldo haz_respaldo hace_un_respaldo hacer_un_respaldo haz_un_backup hace_un_backup hacer_un_backup hacer_backup haz_backup haz_una_copia_de_seguridad hacer_una_copia_de_seguridad quiero_una_copia necesito_una_copia una_copia',
    { puts: true },
  ],
  ['rename', 'ar:renombr,rebautiz,renumer,numer,enumer,titul nombra nombrar rebautice'],
  [
    'rename',
    'cambia_el_nombre cambiar_el_nombre cambie_el_nombre cambies_el_nombre cambia_de_nombre cambiar_de_nombre cambia_los_nombres cambiar_los_nombres cambia_el_titulo cambia_nombre cambiar_nombre modifica_el_nombre',
  ],
  ['move', 'cambia_de_lugar cambia_de_carpeta cambia_de_sitio cambiar_de_lugar cambiar_de_carpeta'],
  [
    'trash',
    'manda_a_la_papelera manda_a_la_basura envia_a_la_papelera tira_a_la_basura deshacete_de deshazte_de deshaz_de deshace_de deshacer_de deshacernos_de',
  ],
  ['move', 'er:muev,mov ar:pas,llev,traslad,mand,desplaz,reubic,sac,extra,envi,arrastr,arrim,transport,migr'],
  [
    'move',
    'saque saques desplace desplaces reubique reubiques transfiere transferir transferi transfiera transfieras transfieran trae traer traiga traigas traeme mover muevelo',
  ],
  ['move', 'er:met,recog ar:guard,coloc,ubic,dej,ech,archiv,junt,agrup,deposit,almacen,concentr,reun', { puts: true }],
  [
    'move',
    'pon poner pone ponga pongas pongan coloque coloques ubique archive archives junte juntes agrupe agrupes reune reunir reuna reunas eche eches guarde guardes meta metas',
    { puts: true },
  ],
  [
    'trash',
    'ar:borr,elimin,quit,desech,descart,remov,vol er:barr ir:suprim deseche descarte quite quites remueve remover',
  ],
  ['trash', 'ar:bot,tir,avent', { throws: true }],
  ['trash', 'ar:vaci vacie vacies', { empties: true }],
  ['clean', 'ar:limpi,depur haz_limpieza hacer_limpieza haz_una_limpieza hace_limpieza'],
  ['create', 'ar:cre,gener,arm,fabric,prepar haz hace hacer haga hagas hagan construye construir'],
  ['write', 'ir:escrib ar:anot,apunt,redact,agreg,anad er:anad anade anadir anada anadas agregue agregues escribe'],
  [
    'organise',
    'ar:organiz,orden,clasific,acomod,separ,categoriz,arregl organice organices clasifique clasifiques distribuye distribuir distribuya reparte repartir reparta divide dividir divida pon_en_orden pon_orden poner_orden',
  ],
  ['undo', 'deshaz deshace deshacer deshaga deshagas revierte revertir revierta reverti anula anular'],
  ['redo', 'rehaz rehace rehacer rehaga'],
  [
    'find',
    'ar:busc,localiz,rastre busque busques localice encuentra encontra encuentres encontrar encuentre ubica_donde',
  ],
  [
    'list',
    'ar:list,ensen una_lista haz_una_lista hace_una_lista ve mira mirar muestra mostra muestre muestres mostrar ver di decir diga digas da ensename',
  ],
  ['count', 'ar:cuent contar contame conta'],
  ['size', 'ir:med ar:calcul calcula'],
  ['read', 'lee leer lea leas lei abre abrir abra abras abri'],
  ['select', 'ar:tom,agarr,seleccion elige elegi elegir escoge escoger coge coger coja'],
];

export const VERBS_ES: readonly VerbSense[] = TABLE.map(([act, words, more]) => ({
  act,
  ...more,
  words: spanishForms(words),
}));
