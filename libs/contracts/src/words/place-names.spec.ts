import { describe, expect, it } from '@jest/globals';
import { shownLocation } from './place-names.js';

describe('a location as people read it', () => {
  it.each([
    ['desktop/luyd', 'escritorio/luyd', 'desktop/luyd'],
    ['proyectos/2026', 'proyectos/2026', 'proyectos/2026'],
    ['downloads/{category:es}', 'descargas (carpetas por tipo)', 'downloads (folders by type)'],
    ['pictures/{yyyy}-{mm}', 'imágenes (carpetas por fecha)', 'pictures (folders by date)'],
    [
      'documents/a/{category}/{yyyy}',
      'documentos/a (carpetas por tipo y por fecha)',
      'documents/a (folders by type and by date)',
    ],
    ['documents/{stem}-{n}', 'documentos', 'documents'],
  ])('%s', (location, es, en) => {
    expect(shownLocation(location, 'es')).toBe(es);
    expect(shownLocation(location, 'en')).toBe(en);
  });
});
