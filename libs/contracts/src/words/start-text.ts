import type { Language } from '../chat.js';

/** What the starter says on the terminal. */
interface StartText {
  starting: string;
  noPlaces: string;
  demoHome: (folder: string) => string;
  open: (url: string) => string;
  planner: (rung: string) => string;
  tryThis: string[];
  howToStop: string;
  alreadyRuns: (url: string) => string;
  stopping: string;
  stopped: string;
  restarting: (name: string) => string;
}

const EXAMPLE_MOVE_ES = 'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y mételos ahí';
const EXAMPLE_MOVE_EN = 'please take all the files on the desktop, create a folder called luyd and put them in it';

export const START_TEXT: Readonly<Record<Language, StartText>> = {
  es: {
    starting: 'Ordena arranca…',
    noPlaces: 'Este PC no tiene escritorio, documentos ni descargas: se usa una carpeta de prueba.',
    demoHome: (folder) => `Carpeta de prueba con archivos de muestra: ${folder}`,
    open: (url) => `Abre en tu navegador:  ${url}`,
    planner: (rung) =>
      rung === 'embedded' ? 'Sin modelo de lenguaje: entiende frases sencillas.' : `Planificador: ${rung}`,
    tryThis: ['Prueba a decir:', `  «${EXAMPLE_MOVE_ES}»`, '  «deshaz eso»', '  «¿qué hay en descargas?»'],
    howToStop: 'Ctrl-C para terminar.',
    alreadyRuns: (url) => `Ordena ya está en marcha:  ${url}`,
    stopping: 'Terminando lo empezado…',
    stopped: 'Ordena ha terminado.',
    restarting: (name) => `${name} se cerró y se vuelve a iniciar.`,
  },
  en: {
    starting: 'Ordena is starting…',
    noPlaces: 'This PC has no desktop, documents or downloads folder: a demo folder is used.',
    demoHome: (folder) => `Demo folder with sample files: ${folder}`,
    open: (url) => `Open in your browser:  ${url}`,
    planner: (rung) =>
      rung === 'embedded' ? 'No language model: it understands simple sentences.' : `Planner: ${rung}`,
    tryThis: ['Try saying:', `  "${EXAMPLE_MOVE_EN}"`, '  "undo that"', '  "what is in downloads?"'],
    howToStop: 'Ctrl-C stops it.',
    alreadyRuns: (url) => `Ordena is already running:  ${url}`,
    stopping: 'Finishing what was begun…',
    stopped: 'Ordena has stopped.',
    restarting: (name) => `${name} ended and is started again.`,
  },
};
