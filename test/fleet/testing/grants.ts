/**
 * Who may publish and who may hear what, written down a second time and by hand, so that `bus-roles.ts` is compared with a
 * promise and not with itself. `agent-pc1` and `agent-pc2` are two PCs of one fleet.
 */
export const WHO = ['agent-pc1', 'agent-pc2', 'planner', 'gateway', 'ops', 'keeper'] as const;

type Row = readonly [subject: string, publish: string, hear: string];

const PLANS = ['move', 'copy', 'rename', 'trash', 'create-folder', 'write', 'undo'];
const LOOKS = ['find', 'duplicates', 'history', 'plan'];

const NOBODY_PUBLISHES_OR_HEARS = [
  '>',
  'ordena.>',
  'ordena.agent.>',
  'ordena.*.pc1.find',
  'ordena.other',
  'other',
  '_INBOX.>',
  '_INBOX.abc.def',
  '_INBOX_agent.pc10.x',
  '_INBOX_agent-pc1.x',
  '_INBOX_agent.*.x',
  '_INBOX_agent.>',
  '$SRV.>',
  '$SYS.>',
  '$SYS.REQ.SERVER.PING',
  '$SYS.REQ.CLAIMS.DELETE',
  '$SYS.REQ.CLAIMS.LIST',
  '$SYS.REQ.SERVER.PING.CONNZ',
  '$SYS.REQ.ACCOUNT.FLEET.CONNZ',
  '$JS.>',
  '$JS.API.>',
  '$JS.API.STREAM.LIST',
  '$JS.API.STREAM.NAMES',
  '$JS.API.STREAM.CREATE.anything',
  '$JS.API.STREAM.UPDATE.KV_ordena-runs',
  '$JS.API.STREAM.UPDATE.KV_ordena-approvals',
  '$JS.API.STREAM.DELETE.KV_ordena-runs',
  '$JS.API.STREAM.DELETE.KV_ordena-approvals',
  '$JS.API.META.LEADER.STEPDOWN',
  '$JS.API.STREAM.DELETE.ordena-events',
  '$JS.API.STREAM.PURGE.ordena-events',
  '$JS.API.STREAM.MSG.DELETE.ordena-events',
  '$JS.API.DIRECT.GET.ordena-events',
  '$JS.API.CONSUMER.CREATE.ordena-events.x.>',
  '$JS.EVENT.ADVISORY.>',
  '$KV.>',
  '$KV.other.key',
];

/** Spaces separate roles; an empty cell means nobody. */
export const GRANTS: readonly Row[] = [
  ...LOOKS.map((name): Row => [`ordena.agent.pc1.${name}`, 'planner gateway ops', 'agent-pc1']),
  ['ordena.agent.pc1.places', 'agent-pc1 planner gateway ops', 'agent-pc1'],
  ['ordena.agent.pc1.read', 'planner gateway', 'agent-pc1'],
  ...PLANS.map((name): Row => [`ordena.agent.pc1.${name}`, 'planner gateway', 'agent-pc1']),
  ['ordena.agent.pc1.commit', 'gateway', 'agent-pc1'],
  ['ordena.agent.pc1.discard', 'gateway', 'agent-pc1'],
  ['ordena.agent.pc2.commit', 'gateway', 'agent-pc2'],
  ['ordena.agent.pc2.find', 'planner gateway ops', 'agent-pc2'],
  ['ordena.agent.pc1.a.b', '', ''],
  // In a publish `*` is a letter like any other, and reaches nobody: no machine is called that.
  ['ordena.agent.*.find', 'planner gateway ops', ''],
  ['ordena.planner.>', 'gateway', 'planner'],
  ['ordena.gateway.>', '', 'gateway'],
  ['ordena.planner.chat', 'gateway', 'planner'],
  ['ordena.planner.resume', 'gateway', 'planner'],
  ['ordena.gateway.commit', 'planner', 'gateway'],
  ['ordena.event.pc1.committed', 'agent-pc1', 'gateway ops'],
  ['ordena.event.pc1.online', 'agent-pc1', 'planner gateway ops'],
  ['ordena.event.pc2.refused', 'agent-pc2', 'gateway ops'],
  ['ordena.run.r1', 'planner gateway', 'gateway'],
  ['ordena.keeper.enrol', 'gateway', 'keeper'],
  ['ordena.keeper.revoke', 'gateway', 'keeper'],
  ['ordena.keeper.list', 'gateway', 'keeper'],
  ['ordena.keeper.>', '', 'keeper'],
  ['$SYS.REQ.CLAIMS.UPDATE', 'keeper', ''],
  ['_INBOX_keeper.x', '', 'keeper'],
  ['$KV.ordena-enrolments.pc1', 'gateway', ''],
  ['$SRV.PING', 'ops', 'agent-pc1 agent-pc2 planner gateway'],
  ['$SRV.STATS', 'ops', 'agent-pc1 agent-pc2 planner gateway'],
  ['$SRV.PING.file-agent', 'planner gateway ops', 'agent-pc1 agent-pc2'],
  ['$SRV.INFO.file-agent', 'ops', 'agent-pc1 agent-pc2'],
  ['$SRV.INFO.planner', 'gateway ops', 'planner'],
  ['$SRV.PING.planner', 'planner ops', 'planner'],
  ['$SRV.INFO.gateway', 'ops', 'gateway'],
  ['$SRV.STATS.file-agent.pc1-x', 'ops', 'agent-pc1 agent-pc2'],
  ['$SRV.STATS.planner', 'ops', 'planner'],
  ['_INBOX_agent.pc1.x', 'agent-pc1', 'agent-pc1'],
  ['_INBOX_agent.pc2.x', 'agent-pc2', 'agent-pc2'],
  ['_INBOX_planner.x', 'planner', 'planner'],
  ['_INBOX_gateway.x', '', 'gateway'],
  ['_INBOX_ops.x', 'ops', 'ops'],
  ['_INBOX_gateway.>', '', 'gateway'],
  ['_R_.abc', 'agent-pc1 agent-pc2 planner gateway keeper', ''],
  ['_R_.>', 'agent-pc1 agent-pc2 planner gateway keeper', ''],
  ['$JS.API.STREAM.CREATE.ordena-events', 'gateway', ''],
  ['$JS.API.STREAM.UPDATE.ordena-events', 'gateway', ''],
  ['$JS.API.STREAM.INFO.ordena-events', 'gateway', ''],
  ['$JS.API.STREAM.MSG.GET.ordena-events', '', ''],
  ['ordena.kept.STREAM.NAMES', 'ops', ''],
  ['ordena.kept.STREAM.LIST', 'ops', ''],
  ['ordena.kept.STREAM.INFO.ordena-events', 'ops', ''],
  ['ordena.kept.STREAM.MSG.GET.ordena-events', 'ops', ''],
  ['ordena.kept.STREAM.DELETE.ordena-events', '', ''],
  ['$JS.API.INFO', 'planner gateway', ''],
  ['$KV.ordena-conversations.c1.1', 'planner', ''],
  ['$KV.ordena-runs.r1', 'planner', ''],
  ['$KV.ordena-approvals.run.r1', 'gateway', ''],
  ['$KV.ordena-talks.c1', 'gateway', ''],
  ['$KV.ordena-answers.k1', 'gateway', ''],
  ['$JS.API.STREAM.CREATE.KV_ordena-runs', 'planner', ''],
  ['$JS.API.STREAM.INFO.KV_ordena-talks', 'gateway', ''],
  ['$JS.API.CONSUMER.CREATE.KV_ordena-conversations.c.$KV.>', '', ''],
  ['$JS.API.CONSUMER.CREATE.KV_ordena-talks.c.$KV.>', '', ''],
  ['$JS.API.CONSUMER.CREATE.KV_ordena-keys.c.$KV.>', 'gateway', ''],
  ['$JS.API.STREAM.MSG.GET.KV_ordena-approvals', 'gateway', ''],
  ['$JS.API.STREAM.MSG.GET.KV_ordena-runs', 'planner', ''],
  ['$JS.API.DIRECT.GET.KV_ordena-approvals.$KV.ordena-approvals.x', '', ''],
  ...NOBODY_PUBLISHES_OR_HEARS.map((subject): Row => [subject, '', '']),
];

/** Every cell that must be allowed, as `role operation subject`. */
export const grantedCells = (): Set<string> =>
  new Set(
    GRANTS.flatMap(([subject, publish, hear]) => [
      ...rolesIn(publish).map((role) => `${role} publish ${subject}`),
      ...rolesIn(hear).map((role) => `${role} subscription ${subject}`),
    ]),
  );

const rolesIn = (cell: string): string[] => cell.split(' ').filter((role) => role !== '');
