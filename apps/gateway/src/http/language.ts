import type { FastifyRequest } from 'fastify';
import type { Language } from '#contracts/chat';
import { pathOf, SKETCH_PATHS } from '../who/door.js';

/** The first of Spanish and English that the asker accepts. */
export const languageOf = (request: FastifyRequest): Language => {
  const accepted = (request.headers['accept-language'] ?? '').toLowerCase().split(',');
  const first = accepted.map((part) => part.trim().slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  if (first === 'es' || first === 'en') return first;
  return SKETCH_PATHS.has(pathOf(request)) ? 'es' : 'en';
};
