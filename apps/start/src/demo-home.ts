import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Sample {
  readonly path: string;
  readonly text: string;
  readonly daysAgo: number;
}

const DAY_MS = 86_400_000;

/** Enough to try every operation: mixed kinds, dates, a duplicate, a folder that must stay. */
const SAMPLES: readonly Sample[] = [
  { path: 'Escritorio/factura enero.pdf', text: '%PDF-1.4 factura enero', daysAgo: 300 },
  { path: 'Escritorio/factura febrero.pdf', text: '%PDF-1.4 factura febrero', daysAgo: 270 },
  { path: 'Escritorio/notas.txt', text: 'Llamar a Pérez por el contrato.\n', daysAgo: 2 },
  { path: 'Escritorio/presupuesto 2026.xlsx', text: 'hoja de cálculo de muestra', daysAgo: 10 },
  { path: 'Escritorio/foto playa.jpg', text: 'imagen de muestra', daysAgo: 40 },
  { path: 'Escritorio/captura.png', text: 'captura de muestra', daysAgo: 1 },
  { path: 'Escritorio/Proyectos/idea.md', text: '# Idea\n', daysAgo: 5 },
  { path: 'Documentos/contrato Pérez.docx', text: 'contrato de muestra', daysAgo: 90 },
  { path: 'Documentos/informe anual.pdf', text: '%PDF-1.4 informe', daysAgo: 400 },
  { path: 'Documentos/Recetas/paella.txt', text: 'Arroz, azafrán y paciencia.\n', daysAgo: 20 },
  { path: 'Descargas/instalador.deb', text: 'paquete de muestra', daysAgo: 60 },
  { path: 'Descargas/foto playa (1).jpg', text: 'imagen de muestra', daysAgo: 39 },
  { path: 'Descargas/musica.mp3', text: 'audio de muestra', daysAgo: 15 },
  { path: 'Descargas/archivo.zip', text: 'comprimido de muestra', daysAgo: 3 },
];

const XDG =
  'XDG_DESKTOP_DIR="$HOME/Escritorio"\nXDG_DOCUMENTS_DIR="$HOME/Documentos"\nXDG_DOWNLOAD_DIR="$HOME/Descargas"\n';

/** A throw-away home with sample files; the caller says where it is, and nobody deletes it but the system. */
export const makeDemoHome = async (): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'ordena-demo-'));
  await putFile(home, { path: '.config/user-dirs.dirs', text: XDG, daysAgo: 0 });
  for (const sample of SAMPLES) await putFile(home, sample);
  return home;
};

const putFile = async (home: string, sample: Sample): Promise<void> => {
  const file = join(home, sample.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, sample.text);
  const modified = new Date(Date.now() - sample.daysAgo * DAY_MS);
  await utimes(file, modified, modified);
};
