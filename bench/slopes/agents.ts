import { agentSubject } from '#contracts/subjects';
import { discover } from '../scenarios/discovery.js';
import type { Slope } from '../scenario.js';
import { type Fleet, fleetOf } from '../stage/fleet.js';
import { p50 } from '../stage/latency.js';
import { residentMegabytes } from '../stage/memory.js';
import { seeded } from '../statistics.js';

/** One bus, more and more agents on it; each has a key, a connection and endpoints of its own. */

const anyMachine = ({ agents }: Fleet, random: () => number): string => `pc${Math.floor(random() * agents)}`;

const discoverySlope: Slope = {
  name: 'slope-discovery',
  words: 'discovered, checked and complete',
  unit: 'ms',
  of: 'agents',
  measure: async (_, size) => {
    const finding = { fleet: await fleetOf(size), found: 0 };
    const ms = await discover(finding);
    if (finding.found !== size) throw new Error(`${finding.found} of ${size} agents are known`);
    return ms;
  },
};

const requestSlope: Slope = {
  name: 'slope-request',
  words: 'one question to an agent picked at random, p50',
  unit: 'µs',
  of: 'agents',
  measure: async ({ sizes }, size) => {
    const fleet = await fleetOf(size);
    const random = seeded(3);
    return p50(sizes.calls, () => fleet.bus.nc.request(agentSubject(anyMachine(fleet, random), 'places'), '{}'));
  },
};

const serverSlope: Slope = {
  name: 'slope-server',
  words: 'memory of nats-server',
  unit: 'MB',
  of: 'agents',
  measure: async (_, size) => residentMegabytes((await fleetOf(size)).serverPid()),
};

/** Memory first: answers leave buffers behind. */
export const AGENT_SLOPES: readonly Slope[] = [serverSlope, discoverySlope, requestSlope];
