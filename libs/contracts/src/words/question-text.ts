import type { Language } from '../chat.js';

/** The embedded planner's questions and honest refusals, side by side. `{x}` is filled by the caller. */
const QUESTIONS = {
  notShared: {
    es: 'Ese equipo no comparte «{name}». ¿A qué otra carpeta los llevo?',
    en: 'That computer does not share “{name}”. To which other folder should I take them?',
  },
  whereTo: { es: '¿A qué carpeta los llevo?', en: 'Which folder should they go to?' },
  whereFrom: { es: '¿De qué carpeta?', en: 'From which folder?' },
  wholeOnly: {
    es: 'Eso solo lo deshago entero: fueron {what}. Si lo quieres así, di «deshaz eso». No se cambió nada.',
    en: 'I can only undo that as a whole: it was {what}. If that is what you want, say “undo that”. Nothing was changed.',
  },
  fromWhich: {
    es: 'Los hay en varias carpetas. ¿De cuál los tomo?',
    en: 'There are some in several folders. Which should I take them from?',
  },
  whereMake: { es: '¿Dónde creo la carpeta «{name}»?', en: 'Where should I make the folder “{name}”?' },
  whereWrite: { es: '¿En qué carpeta guardo «{name}»?', en: 'In which folder should I save “{name}”?' },
  folderName: { es: '¿Cómo se llamará la carpeta?', en: 'What should the folder be called?' },
  fileName: { es: '¿Cómo se llamará el archivo?', en: 'What should the file be called?' },
  newName: { es: '¿Qué nombre nuevo le pongo?', en: 'What should the new name be?' },
  fileExists: {
    es: '«{name}» ya existe. ¿Añado el texto al final o lo reemplazo?',
    en: '“{name}” is there already. Should I add the text at the end or replace it?',
  },
  whatText: { es: '¿Qué texto escribo?', en: 'What text should I write?' },
  what: { es: '¿Qué archivos o carpetas exactamente?', en: 'Which files or folders exactly?' },
  whichOne: { es: 'Hay varios que se llaman así. ¿Cuál?', en: 'Several have that name. Which one?' },
  didYouMean: {
    es: 'No encuentro «{name}». ¿Te refieres a alguno de estos?',
    en: 'I cannot find “{name}”. Did you mean one of these?',
  },
  whichMachine: { es: '¿En qué máquina?', en: 'On which machine?' },
  organiseBy: { es: '¿Cómo los ordeno?', en: 'How should I sort them?' },
  big: {
    es: '¿A partir de qué tamaño cuentan como grandes? Por ejemplo «más de 100 MB».',
    en: 'From which size on? For example “over 100 MB”.',
  },
  small: {
    es: '¿Hasta qué tamaño cuentan como pequeños? Por ejemplo «menos de 1 MB».',
    en: 'Up to which size? For example “under 1 MB”.',
  },
  old: {
    es: '¿Desde cuándo son viejos? Por ejemplo «de hace más de un año».',
    en: 'Older than what? For example “older than one year”.',
  },
  recent: {
    es: '¿Desde cuándo son recientes? Por ejemplo «de la última semana».',
    en: 'How recent? For example “from the last 7 days”.',
  },
  trashWhat: {
    es: '¿Qué mando a la papelera de ahí? Di «todo», o qué archivos.',
    en: 'What of it should go to the trash? Say “everything”, or which files.',
  },
  judge: {
    es: 'Eso no lo puedo juzgar yo. ¿Qué archivos son, por nombre, tipo, fecha o tamaño?',
    en: 'I cannot judge that. Which files, by name, kind, date or size?',
  },
  clean: {
    es: '¿Qué quieres que haga con {where}: ordenarlo, o mandar algo a la papelera?',
    en: 'What should I do with {where}: tidy it, or put something in the trash?',
  },
  moveOrCopy: { es: '¿Los muevo o los copio?', en: 'Should I move them or copy them?' },
  originalsOrCopies: {
    es: '¿Te refieres a los originales o a las copias?',
    en: 'Do you mean the originals or the copies?',
  },
  whichThem: {
    es: '¿A cuáles te refieres? Di qué archivos y de qué carpeta.',
    en: 'Which ones do you mean? Say which files and from which folder.',
  },
  notFound: { es: 'No encuentro «{name}». No se cambió nada.', en: 'I cannot find “{name}”. Nothing was changed.' },
  alreadyThere: {
    es: 'Lo que encontré ya está ahí, en {list}. No se cambió nada.',
    en: 'What I found is there already, in {list}. Nothing was changed.',
  },
  folderNotFound: {
    es: 'No encuentro la carpeta «{name}». No se cambió nada.',
    en: 'I cannot find the folder “{name}”. Nothing was changed.',
  },
  noSuchPerson: {
    es: 'Solo llevo archivos a carpetas y ninguna se llama «{name}»: a una persona no se los puedo entregar. No se cambió nada.',
    en: 'I only take files to folders and none is called “{name}”: I cannot hand them to a person. Nothing was changed.',
  },
  machineUnknown: {
    es: 'No conozco esa máquina. Tengo estas: {list}.',
    en: 'I do not know that machine. I have these: {list}.',
  },
  machineOff: {
    es: 'La máquina «{name}» está apagada o sin conexión. No se cambió nada.',
    en: 'The machine “{name}” is off or not connected. Nothing was changed.',
  },
  acrossMachines: {
    es: 'Todavía no paso archivos de una máquina a otra. Dentro de cada una sí puedo.',
    en: 'I do not pass files from one machine to another yet. Within one machine I can.',
  },
  compareMachines: {
    es: 'Todavía no comparo archivos de una máquina con los de otra, así que no toqué nada. Dentro de cada una sí puedo.',
    en: 'I do not compare files of one machine with those of another yet, so I touched nothing. Within one machine I can.',
  },
  compareApart: {
    es: 'Para comparar hacen falta dos carpetas distintas, y ninguna dentro de la otra. No se cambió nada.',
    en: 'Comparing takes two different folders, neither inside the other. Nothing was changed.',
  },
  purge: {
    es: 'No destruyo archivos: van a la papelera, y vaciarla es cosa tuya en esa máquina.',
    en: 'I do not destroy files: they go to the trash, and emptying it is yours to do on that machine.',
  },
  safety: {
    es: 'Nada se pierde: trabajo solo en las carpetas que este equipo comparte, no sobrescribo, lo que se borra va a la papelera y todo se puede deshacer («deshaz eso»). Lo que se borra o es mucho lo pregunto antes, y el historial dice qué se hizo. Un corte a la mitad deja cada archivo donde estaba o donde iba.',
    en: 'Nothing is lost: I work only in the folders this computer shares, overwrite nothing, what is deleted goes to the trash and everything can be undone (“undo that”). I ask before I delete or change a lot, and the history tells what was done. A power cut in the middle leaves each file where it was or where it goes.',
  },
  privacy: {
    es: 'Tus archivos no salen de tu equipo. Sin un modelo de lenguaje, tus frases se entienden aquí mismo. Si se configura uno, su servidor recibe tus frases y lo que haga falta mirar para responderlas: nombres y, si lo pides, textos.',
    en: 'Your files do not leave your computer. Without a language model your sentences are understood right here. If one is configured, its server gets your sentences and what has to be looked at to answer them: names and, if you ask, texts.',
  },
  limits: {
    es: 'No destruyo archivos ni vacío la papelera, no abro programas, no imprimo, no comprimo, no cambio ajustes, no mando nada a personas ni a internet, y todavía no paso archivos de una máquina a otra. Fuera de las carpetas compartidas no veo nada.',
    en: 'I do not destroy files or empty the trash, open programs, print, compress or change settings, I send nothing to people or the internet, and I do not pass files from one machine to another yet. Outside the shared folders I see nothing.',
  },
  allKept: {
    es: 'Con esa regla se quedan todos los repetidos, así que no toqué nada.',
    en: 'By that rule all of the duplicates stay, so I touched nothing.',
  },
  nothingDone: { es: 'De acuerdo, no hago nada.', en: 'All right, I will do nothing.' },
  notOrdered: {
    es: 'No cambié nada: eso no es una orden. Si quieres que lo haga, dímelo así: «mueve los pdf de descargas a documentos».',
    en: 'I changed nothing: that is not an order. If I should do it, say it like this: “move the pdfs in downloads to documents”.',
  },
  nothingToRedo: {
    es: 'No hay nada que rehacer en esta conversación.',
    en: 'There is nothing to redo in this conversation.',
  },
  partly: {
    es: 'Entendí que quieres {act}, pero no esto: «{left}». No se cambió nada.',
    en: 'I understood that you want to {act}, but not this: “{left}”. Nothing was changed.',
  },
  notUnderstood: {
    es: 'No entendí lo que quieres hacer con los archivos. No se cambió nada.',
    en: 'I did not understand what to do with the files. Nothing was changed.',
  },
  otherVerb: {
    es: 'Eso no lo hago yo: «{verb}». Busco, muevo, copio, renombro, ordeno y mando a la papelera. No se cambió nada.',
    en: 'That is not something I do: “{verb}”. I find, move, copy, rename, sort and trash files. Nothing was changed.',
  },
  examples: {
    es: 'Puedes decir, por ejemplo:\n• mueve los pdf de descargas a documentos/facturas\n• ¿cuánto ocupan mis descargas?\n• organiza las descargas por tipo\nPara frases libres, añade un modelo con OPENAI_BASE_URL, OPENAI_API_KEY y OPENAI_MODEL.',
    en: 'You can say, for example:\n• move the pdfs in downloads to documents/invoices\n• how much space do my downloads take?\n• sort my downloads by type\nFor free phrasing, add a model with OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL.',
  },
  hello: { es: '¡Hola! Dime qué hago con tus archivos.', en: 'Hello! Tell me what to do with your files.' },
  thanks: { es: 'De nada.', en: 'You are welcome.' },
  help: {
    es: 'Busco, listo, cuento y mido archivos; los muevo, copio, renombro, ordeno por tipo o fecha y los mando a la papelera; creo carpetas y notas. Todo se puede deshacer.',
    en: 'I find, list, count and measure files; I move, copy, rename, sort them by type or date and put them in the trash; I make folders and notes. Everything can be undone.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type QuestionKey = keyof typeof QUESTIONS;

export const questionText = (
  key: QuestionKey,
  language: Language,
  fill: Readonly<Record<string, string>> = {},
): string => QUESTIONS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '…');

/** Short answers offered beside a question. */
const CHOICES = {
  byType: { es: 'por tipo', en: 'by type' },
  byMonth: { es: 'por mes', en: 'by month' },
  byYear: { es: 'por año', en: 'by year' },
  append: { es: 'añadir al final', en: 'add at the end' },
  replace: { es: 'reemplazar', en: 'replace' },
  move: { es: 'mover', en: 'move' },
  copy: { es: 'copiar', en: 'copy' },
  originals: { es: 'los originales', en: 'the originals' },
  copies: { es: 'las copias', en: 'the copies' },
  allOf: { es: 'de todas', en: 'all of them' },
} as const satisfies Record<string, Record<Language, string>>;

export type ChoiceKey = keyof typeof CHOICES;

export const choiceText = (key: ChoiceKey, language: Language): string => CHOICES[key][language];
