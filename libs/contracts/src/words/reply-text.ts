import type { Language } from '../chat.js';

/** The fixed sentences of a planner's answer, side by side. */
const REPLIES = {
  nothingChanged: {
    es: 'No se cambió ningún archivo.',
    en: 'No file was changed.',
  },
  rejected: {
    es: 'De acuerdo: no se hizo y no se cambió nada.',
    en: 'All right: it was not done and nothing was changed.',
  },
  needsApproval: {
    es: 'Necesita tu permiso. Di «sí» para hacerlo o «no» para dejarlo.',
    en: 'This needs your approval. Say “yes” to do it or “no” to leave it.',
  },
  stillWaiting: {
    es: 'Lo de antes sigue esperando:',
    en: 'Still waiting from before:',
  },
  needsApprovalAll: {
    es: 'Un solo permiso vale para todo esto. Di «sí» para hacerlo todo o «no» para no hacer nada de ello.',
    en: 'One approval covers all of this. Say “yes” to do all of it or “no” to do none of it.',
  },
  overQuota: {
    es: 'Pasa del límite de lo que ese equipo cambia sin preguntar.',
    en: 'It is over the limit of what that computer changes without asking.',
  },
  firstStep: {
    es: 'Es el primer paso; lo demás que pediste depende de él y viene después.',
    en: 'This is the first step; the rest of your request builds on it and comes after.',
  },
  rejectedRest: {
    es: 'De acuerdo: esto último no se hizo.',
    en: 'All right: this last part was not done.',
  },
  takenOver: {
    es: 'El planificador que tenía tu petición se detuvo a mitad; otro la continuó. Nada se hizo dos veces.',
    en: 'The planner that had your request stopped half-way; another one went on with it. Nothing was done twice.',
  },
  emptyAnswer: {
    es: 'No obtuve una respuesta. Prueba a decirlo de otra manera, por ejemplo «¿qué hay en el escritorio?».',
    en: 'There was no answer. Try saying it another way, for example “what is on the desktop?”.',
  },
  stopped: {
    es: 'Me detuve aquí para no dar vueltas. Lo que ya está hecho aparece arriba; pide el resto por partes.',
    en: 'Stopped here so as not to go in circles. What is done is shown above; ask for the rest in parts.',
  },
  cutOff: {
    es: 'La respuesta se cortó. Lo hecho está en el historial; lo demás no se hizo.',
    en: 'The answer was cut off. What was done is in the history; the rest was not done.',
  },
  withoutModel: {
    es: 'El modelo de lenguaje no respondió; esto lo entendí sin él.',
    en: 'The language model did not answer; this was understood without it.',
  },
  stillWorks: {
    es: 'Mientras tanto, las frases sencillas funcionan sin modelo, por ejemplo «mueve los pdf de descargas a documentos».',
    en: 'Meanwhile simple sentences work without a model, for example “move the pdfs in downloads to documents”.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export const replyText = (key: keyof typeof REPLIES, language: Language): string => REPLIES[key][language];
