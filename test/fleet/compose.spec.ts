import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NATS_VERSION } from '../../apps/start/src/nats-releases.js';
import { startNatsServer } from '#nats/testing/nats-server';
import { COMPOSE, keyOf, readText, ROOT, SERVICES, type Service } from './testing/compose-file.js';
import { freePort } from './testing/free-port.js';

/** What a container engine would find out late: names, scripts, files and keys that are not there. */

const DASHBOARD = readText('deploy', 'grafana', 'dashboards', 'ordena.json');
/** A one-shot, and an image with nothing in it to ask with. */
const WITHOUT_HEALTH_CHECK = ['bus', 'nats-exporter'];

describe('docker-compose.yml', () => {
  it.each(SERVICES)(
    '%s: not root, nothing to write on, no capability, pinned, healthy or told why not',
    (name, service) => {
      expect(service.user).toMatch(/^[1-9]\d*:\d+$/);
      expect([service.read_only, service.cap_drop]).toEqual([true, ['ALL']]);
      expect(service.security_opt).toEqual(['no-new-privileges:true']);
      expect(service.image).toMatch(/:(local|v?\d+\.\d+\.\d+(-alpine)?)$/);
      expect(service.healthcheck === undefined).toBe(WITHOUT_HEALTH_CHECK.includes(name));
    },
  );

  it('publishes ports on loopback only', () => {
    const ports = SERVICES.flatMap(([, { ports: published = [] }]) => published);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('names only services, networks, volumes and files that are there', () => {
    for (const [, service] of SERVICES) {
      const around = [...Object.keys(service.depends_on ?? {}), service.network_mode?.split('service:')[1]];
      for (const other of around.filter((one) => one !== undefined)) expect(COMPOSE.services).toHaveProperty([other]);
      for (const network of service.networks ?? []) expect(COMPOSE.networks).toHaveProperty([network]);
      for (const source of sourcesOf(service)) {
        if (source.startsWith('./')) expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
        else if (!source.startsWith('$')) expect(COMPOSE.volumes).toHaveProperty([source]);
      }
    }
  });

  const sourcesOf = ({ volumes = [] }: Service): string[] =>
    volumes.map((one) => (typeof one === 'string' ? one.split(':')[0]! : one.source));

  it('starts scripts that the build makes', () => {
    const scripts = SERVICES.flatMap(([, { command = [], healthcheck }]) => [...command, ...(healthcheck?.test ?? [])])
      .filter((word) => word.startsWith('dist/'))
      .map((script) => script.replace('dist/agent/ordena-agent.mjs', 'apps/file-agent/src/main.ts'))
      .map((script) => script.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(new Set(scripts).size).toBe(4);
    for (const script of scripts) expect([script, existsSync(join(ROOT, script))]).toEqual([script, true]);
  });

  it('gives each process its own key and no other', () => {
    const keys = SERVICES.flatMap(([name, service]) => (keyOf(service) === undefined ? [] : [[name, keyOf(service)]]));
    expect(Object.fromEntries(keys)).toEqual({
      planner: 'planner',
      'planner-2': 'planner',
      gateway: 'gateway',
      'gateway-2': 'gateway',
      agent: 'agent-pc1',
    });
    const all = SERVICES.filter(([, { volumes = [] }]) => volumes.includes('bus:/bus')).map(([name]) => name);
    expect(all).toEqual(['bus']);
  });

  it('needs one decision of its owner: the token', () => {
    const undecided = [...readText('docker-compose.yml').matchAll(/\$\{(\w+)(?!\w|:-)/g)].map(([, name]) => name);
    expect([...new Set(undecided)]).toEqual(['ORDENA_TOKEN']);
  });

  it('speaks TLS on the bus', () => {
    const urls = SERVICES.flatMap(([, { environment = {} }]) => environment['NATS_URL'] ?? []);
    expect(new Set(urls)).toEqual(new Set(['${NATS_URL:-tls://nats:4222}']));
  });

  it('runs the NATS we pin, and shows figures that exist', () => {
    expect(COMPOSE.services['nats']?.image).toBe(`nats:${NATS_VERSION}-alpine`);
    const shown = DASHBOARD.match(/ordena_[a-z_]+/g) ?? [];
    const figures = readText('apps', 'gateway', 'src', 'health', 'metrics.ts');
    expect(shown.length).toBeGreaterThan(0);
    for (const name of shown) expect(figures).toContain(name.replace(/_(count|bucket|sum)$/, ''));
    expect(parse(readText('deploy', 'prometheus.yml'))).toHaveProperty('scrape_configs.0.job_name', 'ordena');
  });

  /** `gnatsd_varz_<field>` is how prometheus-nats-exporter names each number of the server's `/varz`. */
  it('shows figures of NATS that a server has', async () => {
    const shown = [...DASHBOARD.matchAll(/gnatsd_varz_([a-z_]+)/g)].map(([, field]) => field!);
    expect(shown.length).toBeGreaterThan(0);
    const monitor = await freePort();
    const server = await startNatsServer({ config: `http: "127.0.0.1:${monitor}"` });
    const varz = (await (await fetch(`http://127.0.0.1:${monitor}/varz`)).json()) as Record<string, unknown>;
    await server.close();
    for (const field of shown) expect([field, varz[field]]).toEqual([field, expect.any(Number)]);
    expect(COMPOSE.services['nats-exporter']?.command).toContain('-varz');
  });
});

describe('the Dockerfile', () => {
  const lines = readText('Dockerfile').split('\n');

  it('copies what is there, and ends as nobody special', () => {
    const copies = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from='));
    const sources = copies.flatMap((line) => line.split(' ').slice(1, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });
});
