import type { VerbSense } from './acts.js';
import { spanishForms, toldForms } from './conjugate.js';

type Table = readonly [VerbSense['act'], string, Omit<VerbSense, 'act' | 'words'>?];

/** "haz una copia", "guarda un respaldo", …: every verb of making or putting with every word for a copy. */
const MAKING =
  'haz hace haces hacer haga hagas harias saca sacas creas dejas pones guardas sacar saque saques crea crear crees deja dejar dejes pon pone poner ponga pongas guarda guardar guarde guardes manda mandar envia lleva pasa da dar genera haya mete tener';
const COPIES = 'una_copia copia copias unas_copias otra_copia un_duplicado duplicado';
const BACKUPS =
  'un_respaldo respaldo respaldos un_backup backup una_copia_de_seguridad una_copia_de_respaldo copia_de_seguridad';
const making = (nouns: string): string =>
  MAKING.split(' ')
    .flatMap((verb) => nouns.split(' ').map((noun) => `${verb}_${noun}`))
    .join(' ');

/** Spanish verbs of file work by what they ask for. `ar:pas` is every form of pasar; `_` is a space. */
const TABLE: readonly Table[] = [
  ['copy', `ar:copi,respald ${making(BACKUPS)}`, { puts: true }],
  ['copy', `ar:duplic,clon,replic dupliques duplique replique ${making(COPIES)}`, { puts: true, beside: true }],
  ['copy', 'quiero_una_copia quisiera_una_copia necesito_una_copia una_copia', { puts: true, beside: true }],
  ['rename', 'ar:renombr,rebautiz,renumer,numer,enumer,titul nombra nombrar rebautice'],
  [
    'rename',
    'cambia_el_nombre cambiar_el_nombre cambie_el_nombre cambies_el_nombre cambia_de_nombre cambiar_de_nombre cambia_los_nombres cambiar_los_nombres cambies_los_nombres cambia_el_titulo cambia_nombre cambiar_nombre modifica_el_nombre',
  ],
  ['move', 'cambia_de_lugar cambia_de_carpeta cambia_de_sitio cambiar_de_lugar cambiar_de_carpeta'],
  [
    'trash',
    'manda_a_la_papelera mandar_a_la_papelera manda_a_la_basura envia_a_la_papelera enviar_a_la_papelera mueve_a_la_papelera pasa_a_la_papelera tira_a_la_basura echa_a_la_papelera deshacete_de deshazte_de deshaz_de deshace_de deshagas_de deshacer_de deshacernos_de',
  ],
  [
    'move',
    'er:muev,mov ar:regres,retorn ar:pas,llev,traslad,traspas,desplaz,reubic,sac,extra,arrastr,arrim,transport,migr',
  ],
  ['move', 'ar:mand,envi', { sends: true }],
  ['move', 'pertenecen_a pertenece_a', { puts: true, sends: true }],
  [
    'move',
    'devuelve devolver devolve devuelva devuelvas devuelvan regrese regreses saque saques desplace desplaces reubique reubiques transfiere transferir transferi transfiera transfieras transfieran trae traer traiga traigas mover manda_a_mover',
  ],
  [
    'move',
    'deben_ir debe_ir deberian_ir deberia_ir tienen_que_ir tiene_que_ir van va vayan vaya deben_estar debe_estar deberian_estar deberia_estar tienen_que_estar tiene_que_estar queden quede deben_quedar tienen_que_quedar irian',
    { puts: true },
  ],
  [
    'move',
    'er:met,recog ar:guard,coloc,ubic,dej,ech,archiv,junt,agrup,deposit,almacen,concentr,amonton,apil,embut,enchuf,encaj',
    { puts: true },
  ],
  [
    'move',
    'pon poner pone pones ponga pongas pongan coloque coloques ubique archive archives junte juntes agrupe agrupes reune reunir reuna reunas eche eches guarde guardes meta metas incluye zampa mete',
    { puts: true },
  ],
  [
    'trash',
    'ar:borr,elimin,desech,descart,vol er:barr ir:suprim deseche descarte carga_te cargate manda_a_volar desaparezca desaparezcan',
  ],
  ['trash', 'ar:quit,remov quite quites quiten remueve remueva remuevas remover', { clears: true }],
  ['trash', 'ar:bot,tir,avent', { throws: true }],
  ['trash', 'ar:vaci vacie vacies deja_vacia dejar_vacia dejes_vacia deja_vacio', { empties: true }],
  [
    'clean',
    'ar:limpi,depur,despej,aliger haz_limpieza hacer_limpieza haz_una_limpieza hace_limpieza hace_una_limpieza haz_espacio hacer_espacio hace_espacio haz_sitio haz_lugar libera_espacio liberar_espacio liberes_espacio ganar_espacio',
  ],
  ['create', 'ar:cre,gener,arm,fabric,prepar haz hace hacer haga hagas hagan construye construir'],
  ['write', 'ir:escrib ar:anot,apunt,redact,agreg,anad er:anad anade anadir anada anadas agregue agregues escribe'],
  [
    'organise',
    'ar:organiz,orden,clasific,acomod,separ,categoriz,arregl organice organices clasifique clasifiques distribuye distribuir distribuya distribuyas reparte repartir reparta repartas divide dividir divida dividas pon_en_orden pone_en_orden pon_orden pone_orden poner_orden poner_en_orden da_orden ordenada ordenadas ordenado ordenados organizada organizadas organizado organizados clasificados clasificadas',
  ],
  ['undo', 'deshaz deshace deshacer deshaga deshagas revierte revertir revierta reverti revertas anula anular'],
  ['undo', 'ar:recuper,restaur,rescat'],
  ['redo', 'rehaz rehace rehacer rehaga'],
  [
    'find',
    'ar:busc,localiz,rastre busque busques localice encuentra encontra encuentres encontrar encuentre buscando ando_buscando estoy_buscando necesito_encontrar quiero_encontrar',
  ],
  [
    'list',
    'ar:list,ensen,revis,chec,chequ ve_a ve_a_ver anda_a vaya_a entra_a entra_en ingresa_a ingresa_en mete_te_en metete_en fija_te_en fijate_en echa_un_ojo_a echa_un_vistazo_a dale_un_vistazo_a da_un_vistazo_a da_una_mirada_a un_listado manda_un_listado pasa_un_listado haz_un_listado da_un_listado saca_un_listado manda_una_lista pasa_una_lista una_lista haz_una_lista hace_una_lista da_una_lista ve mira mirar muestra mostra muestre muestres mostrar ver di decir diga digas da des saca_una_lista',
  ],
  ['count', 'ar:cuent contar conta'],
  ['size', 'ir:med ar:calcul calcula'],
  ['read', 'lee leer lea leas lei abre abrir abra abras abri'],
  ['select', 'ar:tom,agarr,seleccion elige elegi elegir escoge escoger coge coger coja ubica'],
];

export const VERBS_ES: readonly VerbSense[] = TABLE.map(([act, words, more]) => ({
  act,
  ...more,
  words: spanishForms(words),
}));

export const TOLD_ES: ReadonlySet<string> = new Set(TABLE.flatMap(([, words]) => toldForms(words)));
