import type { ErrorCode } from '../errors.js';
import type { Sentence } from './sentence.js';

/** What can go wrong with files, folders, plans and the disk. */
export const FILE_ERROR_SENTENCES = {
  BAD_PATH: [
    'Esa ubicación no se entiende. Escríbela como «escritorio/carpeta/archivo».',
    'That location cannot be understood. Write it like “desktop/folder/file”.',
  ],
  BAD_NAME: [
    '«{name|Ese nombre}» no sirve como nombre en todos los equipos. Elige otro, sin signos como : * ? / ni espacios al final.',
    '“{name|That name}” does not work as a name on every computer. Choose another, without : * ? / or spaces at the end.',
  ],
  NAME_TOO_LONG: [
    'Ese nombre es demasiado largo. Elige uno más corto (hasta 255 bytes).',
    'That name is too long. Choose a shorter one (up to 255 bytes).',
  ],
  TOO_DEEP: [
    'Esa ubicación tiene demasiadas carpetas una dentro de otra. Elige una más cercana.',
    'That location is too many folders deep. Choose a nearer one.',
  ],
  OUTSIDE_ROOT: [
    'Ese lugar está fuera de las carpetas que este equipo comparte con Ordena. Comparte: {places|escritorio, documentos, descargas}.',
    'That place is outside the folders this computer shares with Ordena. Shared here: {places|desktop, documents, downloads}.',
  ],
  SYMLINK_OUTSIDE: [
    'Ese enlace lleva fuera de las carpetas compartidas. No se tocó nada; usa el archivo real si está en una carpeta compartida.',
    'That link leads outside the shared folders. Nothing was touched; use the real file if it is in a shared folder.',
  ],
  SYMLINK: [
    'Eso es un enlace y no se sigue. No se cambió nada; nombra el archivo al que apunta.',
    'That is a link and is not followed. Nothing was changed; name the file it points to.',
  ],
  HARDLINK: [
    'Ese archivo también existe con otro nombre fuera de lo compartido. No se tocó; haz antes una copia aparte.',
    'That file also exists under another name outside what is shared. It was not touched; make a separate copy first.',
  ],
  MOUNT: [
    'Ahí empieza otro disco que no está compartido. Compártelo en ese equipo si quieres usarlo.',
    'Another disk that is not shared begins there. Share it on that computer if you want to use it.',
  ],
  PROTECTED: [
    '«{name|Eso}» está protegido y no se puede cambiar. Nombra algo de dentro de la carpeta.',
    '“{name|That}” is protected and cannot be changed. Name something inside the folder.',
  ],
  SENSITIVE: [
    '«{name|Ese archivo}» puede contener secretos y no se abre. El dueño puede permitirlo en ese equipo.',
    '“{name|That file}” may hold secrets and is not opened. Its owner can allow it on that computer.',
  ],
  READ_ONLY: [
    'Ese lugar solo se puede mirar. No se cambió nada; elige otro destino o permite cambios en ese equipo.',
    'That place can only be looked at. Nothing was changed; choose another destination or allow changes on that computer.',
  ],
  DENIED: [
    'El sistema de ese equipo no permite tocar «{name|eso}». Revisa los permisos y vuelve a pedirlo.',
    'The system of that computer does not allow touching “{name|that}”. Check its permissions and ask again.',
  ],
  NOT_FOUND: [
    'No hay «{name|nada con ese nombre}» ahí. Pide «qué hay en el escritorio» para ver los nombres.',
    'There is no “{name|such thing}” there. Ask “what is on the desktop” to see the names.',
  ],
  EXISTS: [
    'Ya hay «{name|algo con ese nombre}» ahí. No se cambió nada. Elige conservar ambos, omitir o reemplazar (el anterior irá a la papelera).',
    'There is already “{name|something with that name}” there. Nothing was changed. Choose keep both, skip, or replace (the old one goes to the trash).',
  ],
  NOT_A_FOLDER: [
    '«{name|Eso}» no es una carpeta. No se cambió nada; elige una carpeta u otro nombre.',
    '“{name|That}” is not a folder. Nothing was changed; choose a folder or another name.',
  ],
  NOT_A_FILE: ['«{name|Eso}» no es un archivo. Nombra un archivo.', '“{name|That}” is not a file. Name a file.'],
  INTO_SELF: [
    'Una carpeta no puede ir dentro de sí misma. No se cambió nada; elige otro destino.',
    'A folder cannot go inside itself. Nothing was changed; choose another destination.',
  ],
  NAME_COLLISION: [
    'Dos nombres serían el mismo en ese disco. No se cambió nada; elige nombres distintos.',
    'Two names would be the same on that disk. Nothing was changed; choose different names.',
  ],
  AMBIGUOUS: [
    'Eso puede ser más de una cosa: {options|hay varias}. Di cuál.',
    'That can mean more than one thing: {options|there are several}. Say which.',
  ],
  CONFLICT: [
    'El lugar de «{name|ese elemento}» está ocupado otra vez. No se sobrescribió nada; mueve lo que hay y vuelve a pedirlo.',
    'The place of “{name|that item}” is taken again. Nothing was overwritten; move what is there and ask again.',
  ],
  STALE: [
    '«{name|Un archivo}» cambió después de la vista previa. Se dejó como estaba; pide una nueva vista previa para incluirlo.',
    '“{name|A file}” changed after the preview. It was left alone; make a new preview to include it.',
  ],
  PLAN_CONFLICT: [
    'Dos partes de este plan se estorban. No se cambió nada; pídelo en dos pasos.',
    'Two parts of this plan are in each other’s way. Nothing was changed; ask for it in two steps.',
  ],
  PLAN_CHANGED: [
    'El plan ya no es el que aprobaste. No se cambió nada; pide una nueva vista previa.',
    'The plan is no longer the one you approved. Nothing was changed; make a new preview.',
  ],
  NOTHING_TO_DO: [
    'No hay nada que cambiar: ningún archivo cumple lo que pediste.',
    'There is nothing to change: no file matches what you asked for.',
  ],
  NOTHING_TO_UNDO: [
    'No hay nada que deshacer. Mira el historial para ver lo hecho.',
    'There is nothing to undo. Look at the history to see what was done.',
  ],
  TOO_LARGE: [
    '«{name|Eso}» es demasiado grande (máximo {limit:bytes|512 kB}). Pídelo por partes.',
    '“{name|That}” is too large (at most {limit:bytes|512 kB}). Ask for it in parts.',
  ],
  SYMLINK_LOOP: [
    'Ese enlace da vueltas sobre sí mismo. No se tocó nada; nombra el archivo real.',
    'That link goes round in circles. Nothing was touched; name the real file.',
  ],
  SPECIAL_FILE: [
    '«{name|Eso}» no es un archivo normal y solo se puede ver en la lista.',
    '“{name|That}” is not a regular file and can only be listed.',
  ],
  ENCODING: [
    'El nombre de ese archivo no es texto válido. Usa la ubicación tal como sale en la lista.',
    'The name of that file is not valid text. Use the location exactly as the list shows it.',
  ],
  NOT_TEXT: [
    '«{name|Ese archivo}» no es texto. Puedo moverlo o copiarlo, pero no leerlo.',
    '“{name|That file}” is not text. It can be moved or copied, but not read.',
  ],
  TOO_MANY: [
    'Son demasiados elementos de una vez (máximo {limit|50 000}). Pídelo por partes.',
    'That is too many items at once (at most {limit|50,000}). Ask for it in parts.',
  ],
  ROOT_CHANGED: [
    'Una carpeta compartida fue cambiada por otra. Los cambios están apagados ahí; reinicia Ordena en ese equipo.',
    'A shared folder was replaced by another. Changes are off there; restart Ordena on that computer.',
  ],
  JOURNAL_READONLY: [
    'El disco no pudo guardar el historial, así que los cambios están apagados; leer sí se puede. Revisa el disco.',
    'The disk could not keep the history, so changes are off; reading still works. Check the disk.',
  ],
  JOURNAL_DAMAGED: [
    'El historial de cambios no es de fiar, así que los cambios están apagados; leer sí se puede. Ejecuta la reparación.',
    'The change history cannot be trusted, so changes are off; reading still works. Run the repair command.',
  ],
  TRASH_UNSAFE: [
    'La papelera de ese disco no es segura, así que no se tiró nada. Revisa la carpeta de la papelera.',
    'The trash of that disk is not safe, so nothing was put in it. Check the trash folder.',
  ],
  BUSY: [
    '«{name|Eso}» está en uso ahora mismo. Lo demás no se vio afectado; ciérralo o espera un momento, y vuelve a pedirlo.',
    '“{name|That}” is in use just now. The rest was not affected; close it or wait a moment, and ask again.',
  ],
  FAILED: [
    'El disco no pudo hacerlo con «{name|un archivo}». El original sigue en su sitio; inténtalo de nuevo.',
    'The disk could not do it with “{name|a file}”. The original is where it was; try again.',
  ],
  VERIFY_FAILED: [
    'La copia de «{name|un archivo}» no salió igual, así que se descartó. El original está intacto; revisa el disco de destino.',
    'The copy of “{name|a file}” did not come out the same, so it was dropped. The original is intact; check the target disk.',
  ],
  NO_SPACE: [
    'El disco tiene {free:bytes|poco espacio} libre y hacen falta {needed:bytes|más}. No se empezó nada; libera espacio.',
    'The disk has {free:bytes|little space} free and this needs {needed:bytes|more}. Nothing was started; make room.',
  ],
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
