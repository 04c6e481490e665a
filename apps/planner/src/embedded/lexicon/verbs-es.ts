import type { VerbSense } from './acts.js';
import { spanishForms } from './conjugate.js';

type Table = readonly [VerbSense['act'], string, Omit<VerbSense, 'act' | 'words'>?];

/** Spanish verbs of file work by what they ask for. `ar:pas` is every form of pasar; `_` is a space. */
const TABLE: readonly Table[] = [
  ['copy', 'ar:copi,duplic,respald,clon,replic dupliques duplique replique', { puts: true }],
  [
    'copy',
    'haz_una_copia haz_copia hace_una_copia hace_copia hacer_una_copia hacer_copia haga_una_copia hagas_una_copia hagas_copia saca_una_copia saca_copia saca_copias sacar_una_copia sacar_copia crea_una_copia crear_una_copia crees_una_copia deja_una_copia dejar_una_copia dejes_una_copia pon_una_copia pone_una_copia pongas_una_copia poner_una_copia guarda_una_copia guarda_copia guardar_una_copia guardes_una_copia manda_una_copia manda_copia envia_una_copia lleva_una_copia pasa_una_copia pasa_copia haz_copias hace_copias hacer_copias haz_un_duplicado hace_un_duplicado haz_un_respaldo haz_respaldo hace_un_respaldo hacer_un_respaldo hacer_respaldo hagas_un_respaldo crea_un_respaldo guarda_un_respaldo haz_un_backup hace_un_backup hacer_un_backup hacer_backup haz_backup hace_backup haz_una_copia_de_seguridad hace_una_copia_de_seguridad hacer_una_copia_de_seguridad hagas_una_copia_de_seguridad quiero_una_copia quisiera_una_copia necesito_una_copia una_copia',
    { puts: true },
  ],
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
  ['move', 'er:muev,mov ar:pas,llev,traslad,traspas,mand,desplaz,reubic,sac,extra,envi,arrastr,arrim,transport,migr'],
  [
    'move',
    'saque saques desplace desplaces reubique reubiques transfiere transferir transferi transfiera transfieras transfieran trae traer traiga traigas mover manda_a_mover',
  ],
  [
    'move',
    'deben_ir debe_ir deberian_ir deberia_ir tienen_que_ir tiene_que_ir van va vayan vaya deben_estar debe_estar deberian_estar deberia_estar tienen_que_estar tiene_que_estar queden quede pertenecen_a pertenece_a deben_quedar tienen_que_quedar irian',
    { puts: true },
  ],
  [
    'move',
    'er:met,recog ar:guard,coloc,ubic,dej,ech,archiv,junt,agrup,deposit,almacen,concentr,amonton,apil,embut,enchuf,encaj',
    { puts: true },
  ],
  [
    'move',
    'pon poner pone ponga pongas pongan coloque coloques ubique archive archives junte juntes agrupe agrupes reune reunir reuna reunas eche eches guarde guardes meta metas incluye zampa mete',
    { puts: true },
  ],
  [
    'trash',
    'ar:borr,elimin,quit,desech,descart,remov,vol er:barr ir:suprim deseche descarte quite quites remueve remueva remuevas remover carga_te cargate manda_a_volar',
  ],
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
  ['redo', 'rehaz rehace rehacer rehaga'],
  [
    'find',
    'ar:busc,localiz,rastre busque busques localice encuentra encontra encuentres encontrar encuentre buscando ando_buscando estoy_buscando necesito_encontrar quiero_encontrar',
  ],
  [
    'list',
    'ar:list,ensen un_listado manda_un_listado pasa_un_listado haz_un_listado da_un_listado saca_un_listado manda_una_lista pasa_una_lista una_lista haz_una_lista hace_una_lista da_una_lista ve mira mirar muestra mostra muestre muestres mostrar ver di decir diga digas da des saca_una_lista',
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
