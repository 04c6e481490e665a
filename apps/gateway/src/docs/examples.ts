/** Real answers, shortened. A test checks each against the schema it stands beside. */

const plan = {
  planId: 'p-01jd2x8k3v',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  machine: 'pc1',
  operation: 'move',
  createdAt: '2026-01-15T10:00:00.000Z',
  expiresAt: '2026-01-15T10:10:00.000Z',
  from: 'desktop',
  to: 'desktop/luyd',
  summary: {
    entries: 2,
    files: 2,
    folders: 0,
    newFolders: 1,
    bytes: 52_000,
    conflicts: 0,
    skipped: 0,
    overwrites: 0,
    trashes: 0,
  },
  sample: [{ action: 'move', kind: 'file', from: 'desktop/a.txt', to: 'desktop/luyd/a.txt', bytes: 26_000 }],
  needs: [],
};

const receipt = {
  planId: plan.planId,
  machine: 'pc1',
  operation: 'move',
  status: 'complete',
  from: 'desktop',
  to: 'desktop/luyd',
  total: 2,
  done: 2,
  skipped: 0,
  stale: 0,
  failed: 0,
  overwritten: 0,
  trashed: 0,
  newFolders: 1,
  bytes: 52_000,
  entries: [{ action: 'move', from: 'desktop/a.txt', to: 'desktop/luyd/a.txt', result: 'done' }],
  undoable: true,
  at: '2026-01-15T10:00:02.000Z',
};

const decision = {
  status: 'done',
  language: 'en',
  reply: 'Done: 2 of 2 files moved to desktop/luyd, 0 overwritten. You can say “undo that”.',
  steps: [],
  plans: [],
  receipts: [receipt],
};

const chat = {
  ...decision,
  conversationId: 'c0ffee',
  runId: 'r0ffee',
  steps: [{ operation: 'move', machine: 'pc1', words: 'Plan: move from desktop', ok: true, ms: 12 }],
  planner: { rung: 'embedded', model: 'grammar' },
};

const machine = {
  machine: 'pc1',
  displayName: 'Living room',
  os: 'linux',
  version: '0.1.0',
  containment: 'kernel',
  places: ['desktop', 'documents', 'downloads'],
  online: true,
  lastSeen: '2026-01-15T10:00:00.000Z',
};

const key = { keyId: 'k-3v8k2x', name: 'backup script', scopes: ['read'], createdAt: '2026-01-15T10:00:00.000Z' };

const replies: Readonly<Record<string, object>> = {
  ChatReply: chat,
  DecisionReply: decision,
  Conversation: {
    conversationId: 'c0ffee',
    turns: [{ at: receipt.at, message: 'move everything to luyd', reply: chat }],
  },
  Machine: machine,
  MachineList: { machines: [machine] },
  Plan: plan,
  PlanDetail: {
    plan,
    state: 'open',
    entries: plan.sample,
    truncated: false,
    preview: 'Move 2 files (52 kB) from desktop to desktop/luyd.',
  },
  HistoryPage: { receipts: [receipt], truncated: false, off: [] },
  CancelReply: { runId: 'r0ffee', outcome: 'cancelled' },
  Health: { status: 'ok', version: '0.1.0', planner: chat.planner },
  Readiness: { status: 'ready', checks: { nats: true, planner: true, machine: true } },
  KeyList: { keys: [key] },
  NewKey: { ...key, key: 'ordena_mF2yN0Xq…' },
  Revoked: { keyId: key.keyId, revoked: true },
  SketchReply: { type: 'text', content: decision.reply },
  SketchFailure: { type: 'error', content: 'No se cambió nada.', message: 'No se cambió nada.' },
  SketchDone: { message: decision.reply },
};

const operations: Readonly<Record<string, object>> = {
  places: {},
  find: { in: 'desktop', select: { names: ['*.pdf'], depth: 64 }, sort: 'size', order: 'desc', limit: 20 },
  read: { file: 'documents/notes.txt', length: 4096 },
  duplicates: { in: 'downloads', select: { category: ['image'], depth: 64 }, with: 'pictures' },
  history: { limit: 20 },
  plan: { planId: plan.planId },
  move: { from: 'desktop', select: { category: ['image'] }, to: 'pictures/{yyyy}' },
  copy: { from: 'documents/report.pdf', to: 'desktop' },
  rename: { from: 'pictures/summer', select: {}, to: 'beach {n}' },
  trash: { from: 'downloads', select: { names: ['*.tmp'] } },
  'create-folder': { folder: 'desktop/luyd' },
  write: { file: 'documents/notes.txt', text: 'Hello', mode: 'create' },
  undo: { planId: plan.planId, only: ['desktop/a.txt'] },
};

export const EXAMPLES = { replies, operations } as const;
