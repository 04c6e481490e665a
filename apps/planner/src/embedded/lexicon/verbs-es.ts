import type { VerbSense } from './acts.js';
import { spanishForms } from './conjugate.js';

const sense = (act: VerbSense['act'], table: string, puts = false): VerbSense => ({
  act,
  puts,
  words: spanishForms(table),
});

/** Spanish verbs of file work, by what they ask for. Multi-word forms use `_`. */
export const VERBS_ES: readonly VerbSense[] = [
  sense('move', 'er:muev,mov ar:pas,llev,traslad,mand,desplaz,reubic,sac,extra'),
  sense(
    'move',
    'ar:envi,envi,transfier,transfir,arrastr,tra,traslade ir:transfer,transfier saque saques pases pase lleve mande desplace traiga traigas trae traer traeme reubique',
  ),
  sense('move', 'cambia_de_lugar cambia_de_carpeta cambia_de_sitio cambiar_de_lugar cambiar_de_carpeta mover'),
  sense(
    'move',
    'er:met,pon,recog ar:guard,coloc,ubic,dej,ech,archiv,junt,agrup,reun,deposit,almacen,acomod_todo',
    true,
  ),
  sense(
    'move',
    'pon poner pone ponga pongas pongan ponme coloque coloques ubique archive archives junte juntes agrupe reune reunir reuna reunas eche',
    true,
  ),
  sense('copy', 'ar:copi,duplic dupliques duplique'),
  sense(
    'copy',
    'haz_una_copia haz_copia hace_una_copia haceme_una_copia hazme_una_copia hacer_una_copia haga_una_copia hagas_una_copia saca_una_copia saca_copia sacar_una_copia crea_una_copia haz_copias haz_un_respaldo haz_un_backup haz_una_copia_de_seguridad hacer_una_copia_de_seguridad hace_un_backup haceme_un_backup hacer_backup haz_backup',
    true,
  ),
  sense('copy', 'ar:respald', true),
  sense('rename', 'ar:renombr,rebautiz,renumer,numer,enumer,titul nombra nombrar rebautice'),
  sense(
    'rename',
    'cambia_el_nombre cambiar_el_nombre cambie_el_nombre cambies_el_nombre cambia_de_nombre cambiar_de_nombre cambia_los_nombres cambiar_los_nombres cambia_el_titulo pon_de_nombre pon_el_nombre pon_por_nombre pon_como_nombre ponle_de_nombre pone_de_nombre pone_el_nombre ponga_el_nombre da_el_nombre',
  ),
  sense(
    'trash',
    'ar:borr,elimin,bot,quit,tir,desech,descart,deshaz_de,limpi,suprim,vaci,remov,vol,larg er:barr ir:suprim deseche descarte vacie',
  ),
  sense(
    'trash',
    'deshacete_de deshazte_de deshagamonos_de deshacerme_de manda_a_la_papelera manda_a_la_basura envia_a_la_papelera',
  ),
  sense(
    'create',
    'ar:cre,gener,arm,fabric,construy,prepar haz hace hacer haga hagas hagan abre_una_carpeta abre_una_nueva construir construye',
  ),
  sense(
    'write',
    'ir:escrib ar:anot,apunt,redact,agreg,anad,grab er:anad ir:anad anade anadir anada anadas agregue agregues apunta incluye escribe',
  ),
  sense(
    'organise',
    'ar:organiz,orden,clasific,acomod,separ,distribuy,categoriz,repart,arregl organice organices clasifique clasifiques agrupame ordename distribuye distribuir distribuya reparte repartir reparta divide dividir',
  ),
  sense(
    'undo',
    'deshaz deshace deshacer deshaga deshagas revierte revertir revierta reverti anula anular cancela_lo_ultimo devuelve_todo vuelve_atras volver_atras volve_atras regresa_todo',
  ),
  sense('redo', 'rehaz rehace rehacer rehaga'),
  sense(
    'find',
    'ar:busc,encuentr,encontr,localiz,ubicam,rastre,consegu busque busques localice encuentra encontra encuentres encontrar',
  ),
  sense(
    'list',
    'ar:list,muestr,mostr,ensen,ve,mir,enumer_los mostra muestra muestre muestres mostrar ensena ver di decir diga digas da',
  ),
  sense('count', 'ar:cuent,cont'),
  sense('size', 'ar:calcul ir:med,mid er:pes calcula'),
  sense('read', 'er:le ir:abr,reproduc lee leer lea leas leelo abre abrir abra abras'),
  sense(
    'select',
    'ar:tom,agarr,seleccion,elig er:cog,escog,recog ir:eleg,elig elige escoge coge coja agarra toma tome',
  ),
];
