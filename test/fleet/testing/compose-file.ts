import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The parts of the Compose specification we use; a key that is not here is a typing error until somebody adds it. */
const text = z.string().min(1);

const VolumeSchema = z.union([
  text,
  z.strictObject({
    type: z.enum(['volume', 'bind']),
    source: text,
    target: text,
    read_only: z.boolean().optional(),
    volume: z.strictObject({ subpath: text }).optional(),
    bind: z.strictObject({ create_host_path: z.boolean() }).optional(),
  }),
]);

const ServiceSchema = z.strictObject({
  image: text,
  build: text.optional(),
  user: text,
  read_only: z.boolean(),
  tmpfs: z.array(text).optional(),
  cap_drop: z.array(text),
  security_opt: z.array(text),
  restart: z.enum(['no', 'unless-stopped']),
  profiles: z.array(text).optional(),
  command: z.array(text).optional(),
  entrypoint: z.array(text).optional(),
  environment: z.record(text, z.string()).optional(),
  networks: z.array(text).optional(),
  network_mode: text.optional(),
  ports: z.array(text).optional(),
  volumes: z.array(VolumeSchema).optional(),
  depends_on: z
    .record(text, z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
    .optional(),
  healthcheck: z
    .strictObject({ test: z.array(text), interval: text, timeout: text, retries: z.number().int() })
    .optional(),
});

const ComposeSchema = z.looseObject({
  services: z.record(text, ServiceSchema),
  networks: z.record(text, z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(text, z.strictObject({})),
});

export const ROOT = join(import.meta.dirname, '..', '..', '..');

export const readText = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

export type Service = z.output<typeof ServiceSchema>;

export const COMPOSE = ComposeSchema.parse(parse(readText('docker-compose.yml'), { merge: true }));

export const SERVICES: [string, Service][] = Object.entries(COMPOSE.services);

/** The folder of the one key that a service sees. */
export const keyOf = ({ volumes = [] }: Service): string | undefined =>
  volumes.flatMap((one) => (typeof one === 'object' && one.target === '/key' ? [one.volume?.subpath] : []))[0];
