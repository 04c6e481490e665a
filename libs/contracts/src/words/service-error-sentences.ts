import type { ErrorCode } from '../errors.js';
import type { Sentence } from './sentence.js';

/** What can go wrong with requests, permission, machines and our own processes. */
export const SERVICE_ERROR_SENTENCES = {
  BAD_REQUEST: [
    'La petición no tiene la forma esperada: {issues|revisa los campos}. No se cambió nada.',
    'The request does not have the expected form: {issues|check its fields}. Nothing was changed.',
  ],
  BAD_VALUE: [
    'Eso no se puede hacer así: {issues|revisa los valores}. No se cambió nada.',
    'That cannot be done like that: {issues|check the values}. Nothing was changed.',
  ],
  UNAUTHORIZED: [
    'Falta la clave o no es válida. Abre la dirección que se imprimió al arrancar, o usa una clave vigente.',
    'The key is missing or not valid. Open the address printed at the start, or use a current key.',
  ],
  FORBIDDEN: [
    'No tienes permiso para eso. Pide a quien administra Ordena una clave que lo permita.',
    'You may not do that. Ask whoever runs Ordena for a key that allows it.',
  ],
  LOOK_ONLY: [
    'Ahora mismo solo se puede mirar. No se cambió nada; cambia el modo si quieres hacer cambios.',
    'Only looking is allowed right now. Nothing was changed; change the mode if you want changes.',
  ],
  WRONG_MACHINE: [
    'Ese permiso es para otro equipo. No se cambió nada; apruébalo para {machine|este equipo}.',
    'That approval is for another computer. Nothing was changed; approve it for {machine|this computer}.',
  ],
  BAD_SIGNATURE: [
    'La orden no venía firmada por quien debe. No se cambió nada; vuelve a pedirlo desde Ordena.',
    'The command was not signed by the right party. Nothing was changed; ask again through Ordena.',
  ],
  URL_NOT_ALLOWED: [
    'Esa dirección de modelo no está permitida. Usa https, o un servidor de este mismo equipo.',
    'That model address is not allowed. Use https, or a server on this same computer.',
  ],
  UNKNOWN_MACHINE: [
    'No conozco ningún equipo llamado «{machine|así}». Los que hay: {machines|ninguno}.',
    'No computer called “{machine|that}” is known. There are: {machines|none}.',
  ],
  UNKNOWN_PLACE: [
    'Ese equipo no comparte «{name|ese lugar}». Comparte: {places|otras carpetas}.',
    'That computer does not share “{name|that place}”. It shares: {places|other folders}.',
  ],
  UNKNOWN_PLAN: [
    'Ese plan no existe en ese equipo. Vuelve a pedir la vista previa.',
    'That plan does not exist on that computer. Make the preview again.',
  ],
  UNKNOWN_CONVERSATION: [
    'Esa conversación no existe o ya caducó. Empieza una nueva.',
    'That conversation does not exist or has expired. Start a new one.',
  ],
  UNKNOWN_RUN: [
    'Esa petición ya no está en espera. Vuelve a hacerla.',
    'That request is no longer waiting. Make it again.',
  ],
  UNKNOWN_OPERATION: [
    'Ordena no sabe hacer «{operation|eso}». Puede: {operations|buscar, mover, copiar, renombrar, tirar, crear carpetas}.',
    'Ordena cannot do “{operation|that}”. It can: {operations|find, move, copy, rename, trash, make folders}.',
  ],
  UNKNOWN_ROUTE: [
    'Esa dirección no existe. Mira /docs para ver las que hay.',
    'That address does not exist. See /docs for those there are.',
  ],
  WRONG_METHOD: [
    'Esa dirección no se usa así. Aquí valen: {allowed|otros métodos}; mira /docs.',
    'That address is not used like that. It takes: {allowed|other methods}; see /docs.',
  ],
  REPLAY: [
    'Ese permiso ya se usó. No se repitió nada; pide una nueva vista previa.',
    'That approval was already used. Nothing was repeated; make a new preview.',
  ],
  REPEAT_TOO_SOON: [
    'La primera petición con esa «Idempotency-Key» sigue en marcha. Espera un momento y vuelve a enviar la misma.',
    'The first request with that “Idempotency-Key” is still at work. Wait a moment and send the same again.',
  ],
  REPEAT_DIFFERS: [
    'Esa «Idempotency-Key» ya se usó con otra petición. No se hizo nada; usa una nueva para esta.',
    'That “Idempotency-Key” was used with another request. Nothing was done; use a new one for this.',
  ],
  MACHINE_TAKEN: [
    'Ya hay un equipo con el nombre «{machine|ese}». Elige otro para el nuevo.',
    'There already is a computer called “{machine|that}”. Choose another name for the new one.',
  ],
  FLEET_OFF: [
    'Esta Ordena no deja entrar a otros equipos. Ciérrala, arráncala con «npm start -- --fleet» y vuelve a pedirlo.',
    'This Ordena lets no other computers in. Close it, start it with “npm start -- --fleet”, and ask again.',
  ],
  EXPIRED: [
    'La vista previa caducó. No se cambió nada; pídela otra vez.',
    'The preview has expired. Nothing was changed; ask for it again.',
  ],
  BODY_SIZE: [
    'El mensaje es demasiado grande (máximo {limit:bytes|32,8 kB}). Acórtalo.',
    'The message is too large (at most {limit:bytes|32.8 kB}). Make it shorter.',
  ],
  MEDIA_TYPE: [
    'Aquí solo se acepta JSON. Envía «content-type: application/json».',
    'Only JSON is accepted here. Send “content-type: application/json”.',
  ],
  NEEDS_APPROVAL: [
    'Esto necesita tu permiso. Mira la vista previa y apruébala o recházala.',
    'This needs your approval. Look at the preview and approve or reject it.',
  ],
  RATE: [
    'Van demasiadas peticiones seguidas. Espera un momento y vuelve a intentarlo.',
    'Too many requests at once. Wait a moment and try again.',
  ],
  CANCELLED: [
    'Se canceló antes de terminar. Lo ya hecho está en el historial y se puede deshacer.',
    'It was cancelled before the end. What was done is in the history and can be undone.',
  ],
  BAD_CONFIG: [
    'La configuración de {variable|Ordena} no es válida. Corrígela y reinicia.',
    'The configuration of {variable|Ordena} is not valid. Correct it and restart.',
  ],
  INTERNAL: [
    'Algo falló en Ordena y no es culpa tuya. Tus archivos no se tocaron a medias; inténtalo de nuevo.',
    'Something failed in Ordena and it is not your fault. Your files were not left half-way; try again.',
  ],
  MODEL_FAILED: [
    'El modelo de lenguaje no respondió bien ({reason|sin detalles}). No se hizo nada a medias. Los cambios ya aprobados siguen en el historial y «deshaz eso» funciona.',
    'The language model did not answer properly ({reason|no details}). Nothing was left half-way. Approved changes are in the history and “undo that” works.',
  ],
  MACHINE_OFF: [
    'El equipo {displayName,machine|ese} está apagado o sin conexión. No se cambió nada; enciéndelo y vuelve a pedirlo.',
    'The computer {displayName,machine|in question} is off or not connected. Nothing was changed; switch it on and ask again.',
  ],
  PLANNER_OFF: [
    'El planificador no está en marcha. No se cambió nada; espera unos segundos o reinicia Ordena.',
    'The planner is not running. Nothing was changed; wait a few seconds or restart Ordena.',
  ],
  GATEWAY_OFF: [
    'La puerta de entrada no está en marcha, así que nadie puede aprobar cambios. No se cambió nada; reinicia Ordena.',
    'The gateway is not running, so nobody can approve changes. Nothing was changed; restart Ordena.',
  ],
  BUS_OFF: [
    'No hay conexión con NATS. Espera unos segundos o reinicia Ordena.',
    'There is no connection to NATS. Wait a few seconds or restart Ordena.',
  ],
  TIMEOUT: [
    '{machine|Ese equipo} tarda demasiado en responder. Mira el historial antes de repetirlo.',
    '{machine|That computer} takes too long to answer. Look at the history before asking again.',
  ],
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
