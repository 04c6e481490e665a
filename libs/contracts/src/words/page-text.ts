import type { Language } from '../chat.js';
import { shownLocation } from './place-names.js';

/** The words of the chat page, side by side; `{name}` is filled in by the page, which takes `…-one` where `n` is 1. */
const TEXTS = {
  pageButtons: ['Botones de la página', 'Page buttons'],
  newTalk: ['Nueva charla', 'New chat'],
  history: ['Historial', 'History'],
  close: ['Cerrar', 'Close'],
  more: ['Ver más', 'Show more'],
  otherLanguage: ['Switch to English', 'Cambiar a español'],
  otherLanguageShort: ['English', 'Español'],

  settings: ['Ajustes', 'Settings'],
  machines: ['Equipo', 'Computer'],
  anyMachine: ['El que diga la frase; si no, este', 'The one I name, or else this one'],
  anyMachineShort: ['Todos', 'All'],
  online: ['encendido', 'on'],
  offline: ['apagado', 'off'],
  mode: ['Permiso', 'Permission'],
  modeLook: ['Solo mirar', 'Only look'],
  modeLookMore: ['No cambia nada.', 'Changes nothing.'],
  modeAsk: ['Preguntar siempre', 'Always ask'],
  modeAskMore: ['Ves el plan y dices sí o no.', 'You see the plan and say yes or no.'],
  modeAuto: ['Automático prudente', 'Careful automatic'],
  modeAutoMore: [
    'Hace lo inofensivo; pregunta antes de la papelera o de cambios grandes.',
    'Does harmless things; asks before the trash or large changes.',
  ],
  theme: ['Aspecto', 'Look'],
  themeSystem: ['Como el sistema', 'Like the system'],
  themeLight: ['Claro', 'Light'],
  themeDark: ['Oscuro', 'Dark'],
  'planner-embedded': [
    'Entiende frases sencillas, sin modelo ni internet.',
    'Understands simple sentences; no model, no internet.',
  ],
  'planner-local': [
    'Entiende con el modelo {model}, en este equipo.',
    'Understands with the model {model}, on this computer.',
  ],
  'planner-configured': [
    'Entiende con el modelo {model}, que configuraste.',
    'Understands with the model {model}, as configured.',
  ],
  plannerOff: [
    'Ahora mismo nadie entiende frases: el planificador está apagado.',
    'Nothing understands sentences now: the planner is off.',
  ],
  connectionAway: [
    'Sin conexión con Ordena. Se vuelve a intentar solo; no se pierde nada.',
    'No connection to Ordena. It tries again by itself; nothing is lost.',
  ],
  connectionLocked: [
    'Ordena no reconoce este navegador. Abre la dirección que se imprimió al arrancar.',
    'Ordena does not know this browser. Open the address that was printed at the start.',
  ],
  lostLine: [
    'Se cortó la conexión antes de la respuesta. El historial dice si se hizo; si no está ahí, pídelo otra vez.',
    'The connection broke before the answer. The history says whether it was done; if it is not there, ask again.',
  ],
  notSent: [
    'No se pudo enviar: no hay conexión con Ordena. Tu mensaje está otra vez en el cuadro.',
    'It could not be sent: there is no connection to Ordena. Your message is back in the box.',
  ],

  talk: ['Conversación', 'Conversation'],
  welcome: ['¿Qué hago con tus archivos?', 'What should happen to your files?'],
  welcomeMore: [
    'Dilo con tus palabras. Primero ves un plan exacto; nada se mueve hasta que digas que sí, y todo se puede deshacer.',
    'Say it in your own words. You see an exact plan first; nothing moves until you say yes, and everything can be undone.',
  ],
  example1: ['¿Qué hay en el escritorio?', 'What is on the desktop?'],
  example2: [
    'Mete todos los archivos del escritorio en una carpeta llamada ordenado',
    'Put all the files on the desktop into a folder called tidy',
  ],
  example3: ['¿Cuánto ocupan mis descargas?', 'How much space do my downloads take?'],
  message: ['Tu mensaje', 'Your message'],
  placeholder: [
    'Por ejemplo: mueve las fotos del escritorio a una carpeta llamada verano',
    'For example: move the photos on the desktop to a folder called summer',
  ],
  send: ['Enviar', 'Send'],
  stop: ['Parar', 'Stop'],
  hint: [
    'Nada se borra: lo que se quita va a la papelera. Intro envía · Esc para · Ctrl+Z deshace',
    'Nothing is destroyed: what is removed goes to the trash. Enter sends · Esc stops · Ctrl+Z undoes',
  ],
  steps: ['Pasos', 'Steps'],
  understanding: ['Entendiendo…', 'Understanding…'],
  progress: ['{done} de {total}', '{done} of {total}'],
  progressLabel: ['Progreso', 'Progress'],
  tooLateToStop: [
    'Ya se estaba haciendo y llega a su fin; después puedes deshacerlo entero.',
    'It was already being done and will finish; afterwards you can undo all of it.',
  ],

  planLabel: ['Plan', 'Plan'],
  machine: ['Equipo', 'Computer'],
  from: ['Desde', 'From'],
  to: ['Hacia', 'To'],
  count: ['Cuántos', 'How many'],
  size: ['Tamaño', 'Size'],
  newFolders: ['Carpetas nuevas', 'New folders'],
  conflicts: ['Nombres repetidos', 'Names taken'],
  stays: ['Se queda como está', 'Left alone'],
  overwrites: ['Se sobrescribe', 'Overwritten'],
  why: ['Atención', 'Take note'],
  none: ['ninguno', 'none'],
  nothing: ['nada', 'nothing'],
  files: ['{n} archivos', '{n} files'],
  'files-one': ['{n} archivo', '{n} file'],
  folders: ['{n} carpetas', '{n} folders'],
  'folders-one': ['{n} carpeta', '{n} folder'],
  entriesCount: ['{n} elementos', '{n} items'],
  'entriesCount-one': ['{n} elemento', '{n} item'],
  overwritesTrash: ['{n} elementos, que van antes a la papelera', '{n} items, which go to the trash first'],
  'overwritesTrash-one': ['{n} elemento, que va antes a la papelera', '{n} item, which goes to the trash first'],
  'conflict-number': ['{n}: se numerarán', '{n}: will be numbered'],
  'conflict-number-one': ['{n}: se numerará', '{n}: will be numbered'],
  'conflict-skip': ['{n}: se quedan donde están', '{n}: stay where they are'],
  'conflict-skip-one': ['{n}: se queda donde está', '{n}: stays where it is'],
  'conflict-trash-existing': ['{n}: lo que estaba va a la papelera', '{n}: what was there goes to the trash'],
  'need-trash': ['va a la papelera', 'it goes to the trash'],
  'need-overwrite': ['ocupa el sitio de algo', 'it takes the place of something'],
  'need-other-machine': ['toca otro equipo', 'it touches another computer'],
  'need-over-quota': ['pasa del límite', 'it is over the limit'],
  'need-changed-since': ['algo cambió desde entonces', 'something changed since'],
  'need-many': ['son muchos', 'there are many'],
  before: ['Ahora', 'Now'],
  after: ['Después', 'Afterwards'],
  trashBin: ['Papelera', 'Trash'],
  freshFolder: ['nueva', 'new'],
  staysHere: ['se queda donde está', 'stays where it is'],
  folderGoes: ['la carpeta vacía se quita', 'the empty folder is removed'],
  andMore: ['… y {n} más', '… and {n} more'],
  entries: ['Todos los elementos del plan', 'All entries of the plan'],
  previous: ['Anteriores', 'Previous'],
  next: ['Siguientes', 'Next'],
  position: ['{first}–{last} de {total}', '{first}–{last} of {total}'],
  look: ['Mirar primero, uno por uno', 'Look first, one by one'],
  approve: ['Sí, hazlo', 'Yes, do it'],
  reject: ['No', 'No'],
  undoPromise: [
    'Todavía no se ha cambiado nada. Después podrás deshacerlo.',
    'Nothing has been changed yet. You can undo it afterwards.',
  ],
  oneYes: [
    'Todavía no se ha cambiado nada. Un sí vale para todos estos planes.',
    'Nothing has been changed yet. One yes is for all of these plans.',
  ],
  'plan-running': ['Se está haciendo ahora.', 'It is being done now.'],
  'plan-committed': ['Ya se hizo.', 'It was done.'],
  'plan-discarded': ['No se hizo.', 'It was not done.'],
  'plan-expired': ['Caducó sin hacerse; pídelo otra vez.', 'It expired and was not done; ask again.'],
  'plan-unknown': ['No se puede preguntar a su equipo ahora.', 'Its computer cannot be asked now.'],

  receiptLabel: ['Recibo', 'Receipt'],
  'status-complete': ['Hecho', 'Done'],
  'status-partial': ['Hecho en parte', 'Partly done'],
  'status-failed': ['No se hizo', 'Not done'],
  'status-running': ['En marcha', 'Under way'],
  doneOf: ['{done} de {total}', '{done} of {total}'],
  'receipt-overwritten': ['{n} sobrescritos', '{n} overwritten'],
  'receipt-overwritten-one': ['{n} sobrescrito', '{n} overwritten'],
  'receipt-skipped': ['{n} se quedaron', '{n} left alone'],
  'receipt-skipped-one': ['{n} se quedó', '{n} left alone'],
  'receipt-stale': ['{n} habían cambiado', '{n} had changed'],
  'receipt-stale-one': ['{n} había cambiado', '{n} had changed'],
  'receipt-failed': ['{n} no se pudieron', '{n} failed'],
  'receipt-failed-one': ['{n} no se pudo', '{n} failed'],
  'receipt-trashed': ['{n} en la papelera', '{n} in the trash'],
  troubles: ['Lo que no se pudo ({n})', 'What could not be done ({n})'],
  undo: ['Deshacer', 'Undo'],
  redo: ['Volver a hacerlo', 'Do it again'],
  undone: ['Deshecho', 'Undone'],
  undoOffer: ['¿Deshago lo último?', 'Undo the last thing?'],
  leaveIt: ['Dejarlo así', 'Leave it'],
  nothingToUndo: ['No hay nada que deshacer.', 'There is nothing to undo.'],
  noHistory: ['Todavía no se ha hecho nada.', 'Nothing has been done yet.'],
  historyOff: ['Falta lo de los equipos apagados: {machines}', 'Missing, because they are off: {machines}'],
  'operation-move': ['Mover', 'Move'],
  'operation-copy': ['Copiar', 'Copy'],
  'operation-rename': ['Renombrar', 'Rename'],
  'operation-trash': ['A la papelera', 'To the trash'],
  'operation-create-folder': ['Crear carpeta', 'Make a folder'],
  'operation-write': ['Escribir', 'Write'],
  'operation-undo': ['Deshacer', 'Undo'],
} as const satisfies Record<string, readonly [es: string, en: string]>;

type Told = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const inLanguage = (index: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(TEXTS).map(([key, pair]) => [key, pair[index]]));

export const PAGE_TEXT: Told = { es: inLanguage(0), en: inLanguage(1) };

const PLACES = ['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos'];
const named = (language: Language): Record<string, string> =>
  Object.fromEntries(PLACES.map((name) => [name, shownLocation(name, language)]));

/** Canonical place → what people of each language call it. */
export const PLACE_NAMES: Told = { es: named('es'), en: named('en') };
