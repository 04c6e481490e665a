import type { Sentence } from './sentence.js';

/** What can be wrong with one field of a request, and what is accepted instead. `{field}` is its name, `{or}` what may stand there. */
export const ISSUE_SENTENCES = {
  missing: ['falta {field}', '{field} is missing'],
  unknown: ['{field} no es un campo de esta petición', '{field} is no field of this request'],
  text: ['{field} tiene que ser un texto', '{field} must be a text'],
  number: ['{field} tiene que ser un número', '{field} must be a number'],
  whole: ['{field} tiene que ser un número entero', '{field} must be a whole number'],
  'yes-no': ['{field} tiene que ser true o false', '{field} must be true or false'],
  list: ['{field} tiene que ser una lista', '{field} must be a list'],
  object: ['{field} tiene que ser un objeto JSON', '{field} must be a JSON object'],
  json: ['{field} tiene que ser JSON bien escrito', '{field} must be well-formed JSON'],
  said: ['{field} no puede estar vacío', '{field} must not be empty'],
  'one-of': ['{field} tiene que ser {or}', '{field} must be {or}'],
  'at-least': ['{field} tiene que ser {or} como mínimo', '{field} must be at least {or}'],
  'at-most': ['{field} tiene que ser {or} como máximo', '{field} must be at most {or}'],
  shortest: ['{field} tiene que tener al menos {or} caracteres', '{field} must have at least {or} characters'],
  longest: ['{field} puede tener hasta {or} caracteres', '{field} may have up to {or} characters'],
  'longest-bytes': ['{field} puede ocupar hasta {or} bytes', '{field} may take up to {or} bytes'],
  fewest: ['{field} tiene que tener al menos {or} elementos', '{field} must have at least {or} items'],
  most: ['{field} puede tener hasta {or} elementos', '{field} may have up to {or} items'],
  twice: ['{field} repite un elemento', '{field} has an item twice'],
  needs: ['hace falta {or}', '{or} is needed'],
  'machine-id': [
    '{field} tiene que ser el id de un equipo: minúsculas, cifras y guiones, hasta 32, y ni «hb» ni «enrolments»',
    '{field} must be the id of a computer: lower-case letters, digits and hyphens, up to 32, and neither “hb” nor “enrolments”',
  ],
  id: [
    '{field} tiene que ser un identificador que dio Ordena, tal como lo dio',
    '{field} must be an id that Ordena gave, as it gave it',
  ],
  date: [
    '{field} tiene que ser una fecha como 2025-03-31 o 2025-03-31T10:00:00Z',
    '{field} must be a date such as 2025-03-31 or 2025-03-31T10:00:00Z',
  ],
  'to-come': ['{field} tiene que ser una hora que aún no ha llegado', '{field} must be an hour that is still to come'],
  'ends-before': ['{field} termina antes de empezar', '{field} ends before it starts'],
  'time-zone': [
    '{field} tiene que ser una zona horaria como Europe/Madrid',
    '{field} must be a time zone such as Europe/Madrid',
  ],
  cursor: [
    '{field} no es el de la página anterior de esta misma pregunta: quítalo para empezar de nuevo',
    '{field} is not that of the page before of this same question: leave it out to start again',
  ],
  'not-taken': [
    '{field} nombra algo que esa tarea no se llevó de ahí: su plan dice dónde estaba cada cosa',
    '{field} names what that job did not take from there: its plan tells where each thing was',
  ],
  'not-with': ['{field} no va con {or}', '{field} does not go with {or}'],
  apart: [
    '{field} tiene que ser otra carpeta que la de {or}, ni dentro ni alrededor de ella',
    '{field} must be another folder than that of {or}, neither inside nor around it',
  ],
  'no-placeholder': ['{field} no es un marcador; valen {or}', '{field} is no placeholder; there are {or}'],
  'relpath-alone': [
    '{relpath} en {field} va solo entre barras, porque son varias carpetas',
    '{relpath} in {field} stands alone between slashes, because it is several folders',
  ],
  'too-many-ways': [
    '{field} tiene demasiadas alternativas entre llaves: repártelas en varios nombres',
    '{field} has too many alternatives in braces: split them into several names',
  ],
  unfit: ['{field} no tiene una forma que se acepte', '{field} has no form that is accepted'],
} as const satisfies Record<string, Sentence>;

export type IssueKind = keyof typeof ISSUE_SENTENCES;
